import { setTimeout as wait } from 'node:timers/promises';
import type { SignInStep } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { AppError } from '../errors.ts';
import type { System, Work } from '../work.ts';
import { work } from '../work.ts';
import { beginSession } from './begin-session.ts';
import { findKnownDevice, type KnownDevice, rememberDevice } from './known-devices.ts';
import { hashPassword, isOutdated, verifyNothing, verifyPassword } from './passwords.ts';
import { countStrangers, restAfter, restMilliseconds, type Strangers } from './strangers.ts';

/** A refusal comes no sooner than this, so that its time does not tell which check it failed. */
const leastMilliseconds = 200;

export interface Attempt {
  login: string;
  password: string;
  /** The token of a browser in which somebody signed in before. */
  knownDevice?: string | undefined;
  device?: string | null;
}

/** What a step of signing in gives: the cookie's token, what the client is told, and a new mark for its browser. */
export interface Entry {
  token: string;
  answer: SignInStep;
  knownDevice?: string;
}

/**
 * Checks login and password and opens a session: at once, or one that waits for the second factor. A wrong password
 * is counted; after five the login rests for 15 minutes. A browser in which the user signed in before has a count of
 * its own, so that failures elsewhere do not lock its user out. An unknown login is answered in the same words, after
 * the same work and not sooner.
 */
export async function signIn(
  system: System,
  attempt: Attempt,
  strangers: Strangers = countStrangers(),
): Promise<Entry> {
  const earliest = wait(leastMilliseconds);
  const outcome = await tryLogin(system, { ...attempt, login: attempt.login.toLowerCase() }, strangers);
  if (!(outcome instanceof AppError)) return outcome;
  await earliest;
  throw outcome;
}

async function tryLogin(system: System, attempt: Attempt, strangers: Strangers): Promise<Entry | AppError> {
  const entry = await system.db
    .selectFrom('sign_in_directory')
    .select('organization_id')
    .where('login', '=', attempt.login)
    .executeTakeFirst();
  if (!entry) {
    await verifyNothing(attempt.password);
    return new AppError(
      strangers.failed(attempt.login, system.clock.now()) ? 'session.locked' : 'session.refused',
    );
  }
  const actor = { organizationId: entry.organization_id, userId: null, hat: 'system' } as const;
  // The refusal is thrown after the transaction, so that the failed try stays counted.
  return work(system, actor, (unit) => tryPassword(unit, attempt, strangers));
}

async function tryPassword(unit: Work, attempt: Attempt, strangers: Strangers): Promise<Entry | AppError> {
  const { db, organizationId, now } = unit;
  const { login, password } = attempt;
  const user = await db
    .selectFrom('app_user')
    .select(['user_id', 'password_hash', 'failed_sign_ins', 'locked_until'])
    .where('organization_id', '=', organizationId)
    .where('login', '=', login)
    .where('kind', '=', 'person')
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (user?.password_hash == null) {
    await verifyNothing(password);
    return new AppError(strangers.failed(login, now) ? 'session.locked' : 'session.refused');
  }
  const known = await findKnownDevice(unit, user.user_id, attempt.knownDevice);
  if (!known && user.locked_until !== null && user.locked_until > now) {
    await verifyNothing(password);
    return new AppError('session.locked');
  }
  if (!(await verifyPassword(user.password_hash, password))) {
    unit.audit('session.refuse', { kind: 'user', id: user.user_id });
    const rests = known
      ? await countAtDevice(unit, known)
      : await countAtLogin(unit, user.user_id, user.failed_sign_ins + 1);
    return new AppError(rests ? 'session.locked' : 'session.refused');
  }
  await settlePassword(unit, user.user_id, user.password_hash, password);
  const begun = await beginSession(unit, user.user_id, {
    method: 'password',
    device: attempt.device ?? null,
  });
  if (!begun) return new AppError('session.refused');
  if (begun.answer.step !== 'signed-in') return begun;
  return { ...begun, knownDevice: await rememberDevice(unit, user.user_id, known) };
}

/** Counts a failed sign-in; true when the login rests from now on. */
async function countAtLogin(unit: Work, userId: string, failed: number): Promise<boolean> {
  const { db, organizationId, now } = unit;
  const rests = failed >= restAfter;
  await db
    .updateTable('app_user')
    .set({
      failed_sign_ins: rests ? 0 : failed,
      locked_until: rests ? addMilliseconds(now, restMilliseconds) : null,
    })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute();
  if (rests) unit.audit('user.rest', { kind: 'user', id: userId });
  return rests;
}

/** Counts a failure in a known browser; after five it is known no longer, and true. */
async function countAtDevice({ db, organizationId, now }: Work, known: KnownDevice): Promise<boolean> {
  const failed = known.failures + 1;
  const ends = failed >= restAfter;
  await db
    .updateTable('known_device')
    .set({ failed_sign_ins: failed, ended_at: ends ? now : null })
    .where('organization_id', '=', organizationId)
    .where('token_hash', '=', known.hash)
    .execute();
  return ends;
}

/** The right password starts the count anew; one that was hashed at an older cost is hashed again. */
async function settlePassword(
  { db, organizationId }: Work,
  userId: string,
  stored: string,
  password: string,
): Promise<void> {
  await db
    .updateTable('app_user')
    .set({
      failed_sign_ins: 0,
      locked_until: null,
      ...(isOutdated(stored) ? { password_hash: await hashPassword(password) } : {}),
    })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute();
}
