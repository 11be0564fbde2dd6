import { routes } from '@superbill/contract';
import { beginSession } from '../auth/begin-session.ts';
import { endSession, endSessionById, endSessions } from '../auth/end-sessions.ts';
import { factorsOf } from '../auth/factors.ts';
import { listSessions } from '../auth/list-sessions.ts';
import { askForNewPasskey } from '../auth/passkeys.ts';
import { unlinkOwnIdentity } from '../auth/provider/identities.ts';
import { finishProviderLink, startProviderLink } from '../auth/provider/own-journey.ts';
import { readSession } from '../auth/read-session.ts';
import { sessionLife } from '../auth/sessions.ts';
import { startTotp } from '../auth/totp.ts';
import { AppError } from '../errors.ts';
import { type Handler, handle, handleInSteps } from '../http/handle.ts';
import { work } from '../work.ts';
import {
  confirmTotp,
  keepPasskey,
  removePasskey,
  removeTotp,
  renamePasskey,
  renewCodes,
} from './change-factors.ts';
import { changePassword } from './change-password.ts';
import { readOwnAccount } from './read-own-account.ts';

/** Answers that carry a secret are never stored with an Idempotency-Key: those routes go `InSteps`. */
export const accountHandlers: Handler[] = [
  handle(routes.readOwnAccount, (unit) => readOwnAccount(unit, unit.userId)),

  handleInSteps(routes.changePassword, async (exchange, actor, { body }) => {
    const token = await changePassword(exchange, actor, body);
    exchange.setSessionCookie('staff', token, sessionLife.absolute / 1000);
    return {};
  }),

  handleInSteps(routes.startTotp, ({ system }, actor) =>
    work(system, actor, async (unit) => {
      const { user, organization } = await readSession(unit, actor.userId, actor.hat);
      unit.audit('factor.start', { kind: 'user', id: actor.userId, detail: { factor: 'totp' } });
      return startTotp(unit, actor.userId, { login: user.login, organization: organization.name });
    }),
  ),

  handleInSteps(routes.confirmTotp, ({ system }, actor, { params, body }) =>
    work(system, actor, async (unit) => ({
      recoveryCodes: await confirmTotp(unit, actor.userId, { ...params, ...body }),
    })),
  ),

  handle(routes.removeTotp, async (unit, { params }) => {
    await removeTotp(unit, unit.userId, params.factorId);
    return {};
  }),

  handleInSteps(routes.startPasskey, ({ system, origin }, actor) =>
    work(system, actor, async (unit) => {
      const { user } = await readSession(unit, actor.userId, actor.hat);
      return { question: await askForNewPasskey(unit, actor.userId, { origin, ...user }) };
    }),
  ),

  handleInSteps(routes.addPasskey, ({ system, origin }, actor, { body }) =>
    work(system, actor, (unit) => keepPasskey(unit, actor.userId, { ...body, origin })),
  ),

  handle(routes.renamePasskey, async (unit, { params, body }) => {
    await renamePasskey(unit, unit.userId, { ...params, ...body });
    return {};
  }),

  handle(routes.removePasskey, async (unit, { params }) => {
    await removePasskey(unit, unit.userId, params.passkeyId);
    return {};
  }),

  handleInSteps(routes.startProviderLink, async (exchange, actor) => {
    const { url, kept, seconds } = await startProviderLink(exchange, actor);
    exchange.setSessionCookie('journey', kept, seconds);
    return { url };
  }),

  handleInSteps(routes.finishProviderLink, async (exchange, actor, { body }) => {
    exchange.setSessionCookie('journey', null, 0);
    await finishProviderLink(exchange, actor, exchange.journey, body.query);
    return {};
  }),

  handle(routes.unlinkOwnIdentity, async (unit, { params: { identityId } }) => {
    await unlinkOwnIdentity(unit, identityId);
    return {};
  }),

  handleInSteps(routes.renewRecoveryCodes, ({ system }, actor) =>
    work(system, actor, async (unit) => ({ recoveryCodes: await renewCodes(unit, actor.userId) })),
  ),

  handleInSteps(routes.finishEnrolment, async (exchange, actor) => {
    const { token, answer } = await work(exchange.system, actor, async (unit) => {
      const [factor] = await factorsOf(unit, actor.userId);
      if (factor === undefined || factor === 'recovery-code') throw new AppError('factor.none');
      await endSession(unit, actor.tokenHash);
      // The factor was shown a moment ago, in this very session.
      const begun = await beginSession(unit, actor.userId, { method: factor, device: exchange.device });
      if (!begun) throw new AppError('session.refused');
      return begun;
    });
    exchange.setSessionCookie('staff', token, sessionLife.absolute / 1000);
    return answer;
  }),

  handle(routes.listOwnSessions, async (unit) => ({
    sessions: await listSessions(unit, unit.userId, unit.session.id),
  })),

  handle(routes.endOwnSession, async (unit, { params: { sessionId } }) => {
    if (!(await endSessionById(unit, unit.userId, sessionId))) throw new AppError('session.not-found');
    unit.audit('session.revoke', { kind: 'session', id: sessionId });
    return {};
  }),

  handle(routes.endOtherSessions, async (unit) => {
    const ended = await endSessions(unit, unit.userId, { except: unit.tokenHash });
    unit.audit('session.revoke', { kind: 'user', id: unit.userId, detail: { ended } });
    return { ended };
  }),
];
