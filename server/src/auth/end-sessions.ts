import type { Work } from '../work.ts';
import type { SignInMethod } from './sessions.ts';

/** Ends a user's sessions, all, all but one or those begun in one way, and tells how many were open. */
export async function endSessions(
  { db, organizationId, now }: Work,
  userId: string,
  { except, method }: { except?: Buffer; method?: SignInMethod } = {},
): Promise<number> {
  let ending = db
    .updateTable('session')
    .set({ ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now);
  if (except !== undefined) ending = ending.where('token_hash', '!=', except);
  if (method !== undefined) ending = ending.where('method', '=', method);
  const { numUpdatedRows } = await ending.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Ends the session with this token; its next step, if there is one, gets a token of its own. */
export async function endSession({ db, organizationId, now }: Work, tokenHash: Buffer): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('token_hash', '=', tokenHash)
    .execute();
}

/** Ends one session of a user by its id; false when there is none that is open. */
export async function endSessionById(
  { db, organizationId, now }: Work,
  userId: string,
  sessionId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
