import { routes } from '@superbill/contract';
import { endSessionById, endSessions } from '../auth/end-sessions.ts';
import { listEverySession, listSessions } from '../auth/list-sessions.ts';
import { unlinkIdentity } from '../auth/provider/identities.ts';
import { enter } from '../auth/routes.ts';
import { AppError } from '../errors.ts';
import { type Handler, handle, handleInSteps, handlePublic } from '../http/handle.ts';
import { work } from '../work.ts';
import { changeUser, disableUser, enableUser, resetUser } from './change-user.ts';
import { acceptInvitation, deliverInvitation, readInvitation } from './invitations.ts';
import { inviteUser } from './invite-user.ts';
import { listLetters } from './list-letters.ts';
import { changeSecuritySettings, readSecuritySettings } from './security-settings.ts';
import { loadUser, loadUsers, lockUser } from './store.ts';

export const userHandlers: Handler[] = [
  handle(routes.listUsers, async (unit) => ({ users: await loadUsers(unit) })),

  handle(routes.readUser, (unit, { params }) => loadUser(unit, params.userId)),

  // The answer may carry a secret link, which is not stored with an Idempotency-Key; a login is invited once anyway.
  handleInSteps(routes.inviteUser, async ({ system, origin }, actor, { body }) => {
    const issued = await work(system, actor, (unit) => inviteUser(unit, body, origin));
    return deliverInvitation(system, actor.organizationId, issued);
  }),

  handle(routes.changeUser, (unit, { params, body }) => changeUser(unit, params.userId, body)),

  handle(routes.disableUser, (unit, { params, body }) => disableUser(unit, params.userId, body.rowVersion)),

  handle(routes.enableUser, (unit, { params, body }) => enableUser(unit, params.userId, body.rowVersion)),

  handleInSteps(routes.resetUser, async ({ system, origin }, actor, { params, body }) => {
    const issued = await work(system, actor, (unit) => resetUser(unit, params.userId, { ...body, origin }));
    return deliverInvitation(system, actor.organizationId, issued);
  }),

  handle(routes.listUserSessions, async (unit, { params }) => {
    await loadUser(unit, params.userId);
    return { sessions: await listSessions(unit, params.userId, unit.session.id) };
  }),

  handle(routes.endUserSession, async (unit, { params: { userId, sessionId } }) => {
    if (!(await endSessionById(unit, userId, sessionId))) throw new AppError('session.not-found');
    unit.audit('session.revoke', { kind: 'session', id: sessionId, detail: { userId } });
    return {};
  }),

  handle(routes.endUserSessions, async (unit, { params: { userId } }) => {
    await lockUser(unit, userId);
    const ended = await endSessions(unit, userId);
    unit.audit('session.revoke', { kind: 'user', id: userId, detail: { ended } });
    return { ended };
  }),

  handle(routes.unlinkUserIdentity, async (unit, { params: { userId, identityId } }) => {
    await lockUser(unit, userId);
    await unlinkIdentity(unit, userId, identityId);
    return {};
  }),

  handle(routes.listSessions, async (unit) => ({
    sessions: await listEverySession(unit, unit.session.id),
  })),

  handle(routes.listLetters, async (unit) => ({ letters: await listLetters(unit) })),

  handle(routes.readSecuritySettings, (unit) => readSecuritySettings(unit)),

  handle(routes.changeSecuritySettings, (unit, { body }) => changeSecuritySettings(unit, body)),

  handlePublic(routes.readInvitation, ({ system }, { body }) => readInvitation(system, body.token)),

  handlePublic(routes.acceptInvitation, async (exchange, { body }) =>
    enter(exchange, await acceptInvitation(exchange.system, body, exchange.device)),
  ),
];
