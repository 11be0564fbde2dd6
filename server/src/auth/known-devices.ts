import type { Work } from '../work.ts';
import { hashToken, issueToken } from './tokens.ts';

/** How long a browser stays known, in seconds, after the last sign-in. */
export const knownDeviceSeconds = 90 * 24 * 60 * 60;

/** A browser in which this user signed in before, with its own count of failures. */
export interface KnownDevice {
  hash: Buffer;
  failures: number;
}

/** The known browser behind a token; undefined when it is not known for this user. */
export async function findKnownDevice(
  { db, organizationId }: Work,
  userId: string,
  token: string | undefined,
): Promise<KnownDevice | undefined> {
  if (token === undefined) return undefined;
  const hash = hashToken(token);
  const row = await db
    .selectFrom('known_device')
    .select('failed_sign_ins')
    .where('organization_id', '=', organizationId)
    .where('token_hash', '=', hash)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? { hash, failures: row.failed_sign_ins } : undefined;
}

/** Marks a browser as known after a whole sign-in; the mark changes each time. Gives the token for its cookie. */
export async function rememberDevice(
  { db, organizationId, now }: Work,
  userId: string,
  known: KnownDevice | undefined,
): Promise<string> {
  if (known) await endDevices({ db, organizationId, now }, userId, known.hash);
  const { token, hash } = issueToken(organizationId);
  await db
    .insertInto('known_device')
    .values({
      organization_id: organizationId,
      token_hash: hash,
      user_id: userId,
      created_at: now,
      last_used_at: now,
    })
    .execute();
  return token;
}

/** Forgets a user's browsers, or one of them. */
export async function endDevices(
  { db, organizationId, now }: Pick<Work, 'db' | 'organizationId' | 'now'>,
  userId: string,
  hash?: Buffer,
): Promise<void> {
  let ending = db
    .updateTable('known_device')
    .set({ ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null);
  if (hash !== undefined) ending = ending.where('token_hash', '=', hash);
  await ending.execute();
}
