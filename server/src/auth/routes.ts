import { routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { type Handler, handle, handleInSteps, handlePublic } from '../http/handle.ts';
import { work } from '../work.ts';
import { sessionLife } from './sessions.ts';
import { readSession, rolesOf, signIn } from './sign-in.ts';

export const authHandlers: Handler[] = [
  handlePublic(routes.signIn, async ({ system, setSessionCookie }, { body }) => {
    const { token, session } = await signIn(system, body.login, body.password);
    setSessionCookie('staff', token, sessionLife.absolute / 1000);
    return session;
  }),

  handle(routes.readSession, (unit) => readSession(unit, unit.userId, unit.hat)),

  handleInSteps(routes.switchHat, ({ system }, actor, { body: { hat } }) =>
    work(system, actor, async (unit) => {
      if (!(await rolesOf(unit, actor.userId)).includes(hat))
        throw new AppError('session.hat-not-held', {}, 'hat');
      await unit.db
        .updateTable('session')
        .set({ hat })
        .where('organization_id', '=', actor.organizationId)
        .where('token_hash', '=', actor.tokenHash)
        .execute();
      unit.audit('session.switch-hat', { kind: 'user', id: actor.userId, detail: { hat } });
      return readSession(unit, actor.userId, hat);
    }),
  ),

  handleInSteps(routes.signOut, async ({ system, setSessionCookie }, actor) => {
    await work(system, actor, async (unit) => {
      await unit.db
        .updateTable('session')
        .set({ ended_at: unit.now })
        .where('organization_id', '=', actor.organizationId)
        .where('token_hash', '=', actor.tokenHash)
        .execute();
      unit.audit('session.close', { kind: 'user', id: actor.userId });
    });
    setSessionCookie('staff', null, 0);
    return {};
  }),
];
