import { routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { type Exchange, type Handler, handle, handleInSteps, handlePublic } from '../http/handle.ts';
import { work } from '../work.ts';
import { endSession } from './end-sessions.ts';
import { knownDeviceSeconds } from './known-devices.ts';
import { askPasskey, passkeysOf } from './passkeys.ts';
import { lock, proofPurpose, prove, unlock } from './prove.ts';
import { readSession, rolesOf } from './read-session.ts';
import { factorPurpose, passSecondFactor } from './second-factor.ts';
import { sessionLife } from './sessions.ts';
import { type Entry, signIn } from './sign-in.ts';

/** Gives the browser what a step of signing in gave: the session's token, and the mark of a known browser. */
export function enter(
  { setSessionCookie }: Exchange,
  { token, answer, knownDevice }: Entry,
): Entry['answer'] {
  const life = answer.step === 'signed-in' ? sessionLife.absolute : sessionLife.unfinished;
  setSessionCookie('staff', token, life / 1000);
  if (knownDevice !== undefined) setSessionCookie('device', knownDevice, knownDeviceSeconds);
  return answer;
}

export const authHandlers: Handler[] = [
  handlePublic(routes.signIn, async (exchange, { body }) => {
    const { system, strangers, device, knownDevice } = exchange;
    return enter(exchange, await signIn(system, { ...body, device, knownDevice }, strangers));
  }),

  handleInSteps(routes.passSecondFactor, async (exchange, actor, { body }) =>
    enter(exchange, await passSecondFactor(exchange, actor, body)),
  ),

  handleInSteps(routes.askForPasskey, ({ system, origin }, actor) =>
    work(system, actor, async (unit) => {
      const purpose = factorPurpose(actor.session.id);
      return {
        question: await askPasskey(system, { origin, purpose }, await passkeysOf(unit, actor.userId)),
      };
    }),
  ),

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

  handleInSteps(routes.askForProof, ({ system, origin }, actor) =>
    work(system, actor, async (unit) => {
      const purpose = proofPurpose(actor.session.id);
      return {
        question: await askPasskey(system, { origin, purpose }, await passkeysOf(unit, actor.userId)),
      };
    }),
  ),

  handleInSteps(routes.prove, async (exchange, actor, { body }) => ({
    provenUntil: await prove(exchange, actor, body),
  })),

  handleInSteps(routes.lockSession, async (exchange, actor) => {
    await lock(exchange, actor);
    return {};
  }),

  handleInSteps(routes.unlockSession, (exchange, actor, { body }) => unlock(exchange, actor, body)),

  handleInSteps(routes.signOut, async ({ system, setSessionCookie }, actor) => {
    await work(system, actor, async (unit) => {
      await endSession(unit, actor.tokenHash);
      unit.audit('session.close', { kind: 'user', id: actor.userId });
    });
    setSessionCookie('staff', null, 0);
    return {};
  }),
];
