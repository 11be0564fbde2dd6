import type { Proof, Session } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { AppError } from '../errors.ts';
import { admit, proofLife } from '../http/admit.ts';
import type { Exchange } from '../http/handle.ts';
import { type Work, work } from '../work.ts';
import type { StaffActor } from './actors.ts';
import { endSession } from './end-sessions.ts';
import { countFactorFailure, forgetFactorFailures, lockFactorUser } from './factor-failures.ts';
import { factorsOf } from './factors.ts';
import { verifyNothing, verifyPassword } from './passwords.ts';
import { readSession } from './read-session.ts';
import { takeCodeOrPasskey } from './second-factor.ts';

/** The purpose of a challenge by which the holder of this session proves to be there. */
export function proofPurpose(sessionId: string): string {
  return `passkey proof ${sessionId}`;
}

/**
 * Takes a proof of who is at the keyboard, for acts that ask for one of the last ten minutes. Who has a second factor
 * proves with it: a password alone may have been seen.
 */
export function prove(
  exchange: Pick<Exchange, 'system' | 'origin'>,
  actor: StaffActor,
  proof: Proof,
): Promise<Instant> {
  return withProof(
    exchange,
    actor,
    proof,
    async (unit) => {
      if ('password' in proof && (await factorsOf(unit, actor.userId)).length > 0)
        return new AppError('proof.factor-needed');
      return undefined;
    },
    async (unit) => {
      await passProof(unit, actor, 'prove', methodOf(proof));
      return addMilliseconds(unit.now, proofLife);
    },
  );
}

/** Opens a locked session again, as it was. */
export function unlock(
  exchange: Pick<Exchange, 'system' | 'origin'>,
  actor: StaffActor,
  proof: Proof,
): Promise<Session> {
  return withProof(
    exchange,
    actor,
    proof,
    async (unit) => {
      admitProof(actor, 'unlock', unit.now);
      return undefined;
    },
    async (unit) => {
      await passProof(unit, actor, 'unlock', methodOf(proof));
      return readSession(unit, actor.userId, actor.hat);
    },
  );
}

/** What a proof is given for: an act that asks for a fresh one, or a session that is locked. */
export type ProofPurpose = 'prove' | 'unlock';

/** Refuses a session that this proof cannot be for; one that is locked has to be opened first. */
export function admitProof(actor: StaffActor, purpose: ProofPurpose, now: Instant): void {
  if (purpose === 'prove') admit('signed-in', actor, now);
  else if (actor.session.stage !== 'open') throw new AppError('session.needed');
}

/** Does what a proof that was found right is for. */
export async function passProof(
  unit: Work,
  { tokenHash, userId }: StaffActor,
  purpose: ProofPurpose,
  method: 'password' | 'totp' | 'passkey' | 'oidc',
): Promise<void> {
  await setSession(unit, tokenHash, purpose === 'prove' ? { proven_at: unit.now } : { locked_at: null });
  unit.audit(`session.${purpose}`, { kind: 'user', id: userId, detail: { method } });
}

function methodOf(proof: Proof): 'password' | 'totp' | 'passkey' {
  if ('password' in proof) return 'password';
  return 'code' in proof ? 'totp' : 'passkey';
}

/** Locks the session: only unlocking and signing out answer from now on. */
export function lock({ system }: Pick<Exchange, 'system'>, actor: StaffActor): Promise<void> {
  return work(system, actor, async (unit) => {
    await setSession(unit, actor.tokenHash, { locked_at: unit.now });
    unit.audit('session.lock', { kind: 'user', id: actor.userId });
  });
}

/** Checks a proof and then does what it was for. Wrong ones are counted; the fifth also ends the session. */
async function withProof<T>(
  { system, origin }: Pick<Exchange, 'system' | 'origin'>,
  actor: StaffActor,
  proof: Proof,
  refuse: (unit: Work) => Promise<AppError | undefined>,
  act: (unit: Work) => Promise<T>,
): Promise<T> {
  // The refusal is thrown after the transaction, so that the failed try stays counted.
  const outcome = await work(system, actor, async (unit): Promise<{ done: T } | AppError> => {
    const refusal = await refuse(unit);
    if (refusal) return refusal;
    const user = await lockFactorUser(unit, actor.userId);
    if (user.rests && !('passkey' in proof)) return new AppError('session.locked');
    if (!(await isRight(unit, actor, proof, origin))) {
      const failure = await countFactorFailure(unit, user);
      if (failure.code === 'session.locked') await endSession(unit, actor.tokenHash);
      return failure;
    }
    await forgetFactorFailures(unit, actor.userId);
    return { done: await act(unit) };
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome.done;
}

async function isRight(unit: Work, actor: StaffActor, proof: Proof, origin: string): Promise<boolean> {
  if ('password' in proof) return isOwnPassword(unit, actor.userId, proof.password);
  const purpose = proofPurpose(actor.session.id);
  return takeCodeOrPasskey(unit, actor.userId, proof, { origin, purpose, verified: true });
}

/** Whether this is the user's password. */
export async function isOwnPassword(
  { db, organizationId }: Work,
  userId: string,
  password: string,
): Promise<boolean> {
  const { password_hash: stored } = await db
    .selectFrom('app_user')
    .select('password_hash')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return stored === null ? verifyNothing(password) : verifyPassword(stored, password);
}

async function setSession(
  { db, organizationId }: Work,
  tokenHash: Buffer,
  change: { proven_at: Instant } | { locked_at: Instant | null },
): Promise<void> {
  await db
    .updateTable('session')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('token_hash', '=', tokenHash)
    .execute();
}
