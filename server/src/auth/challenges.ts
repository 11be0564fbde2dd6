import { createHash, randomBytes } from 'node:crypto';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { SealError } from '../keys/keyring.ts';
import type { System, Work } from '../work.ts';

/** How long a question to a passkey, or the way to an identity provider and back, may take. */
const challengeLife = 5 * 60_000;

/**
 * A challenge: 256 random bits and an end, sealed by us for one purpose (which names the session or user it is for), so
 * that nobody else can make one and nothing is stored for who only asks. Base64url.
 */
export function issueChallenge(
  { keyring, clock }: Pick<System, 'keyring' | 'clock'>,
  purpose: string,
): string {
  const expires = addMilliseconds(clock.now(), challengeLife);
  const plain = Buffer.concat([randomBytes(32), Buffer.from(expires)]);
  return keyring.seal(plain, contextOf(purpose)).toString('base64url');
}

/** Whether we made this challenge for this purpose and it has not run out. */
export function isOurChallenge(
  { keyring, clock }: Pick<System, 'keyring' | 'clock'>,
  challenge: string,
  purpose: string,
): boolean {
  try {
    const plain = keyring.open(Buffer.from(challenge, 'base64url'), contextOf(purpose));
    return (plain.subarray(32).toString() as Instant) > clock.now();
  } catch (error) {
    if (error instanceof SealError) return false;
    throw error;
  }
}

/** Records that a challenge was answered; false when it was before. */
export async function spendChallenge({ db, organizationId, now }: Work, challenge: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('spent_challenge')
    .values({
      organization_id: organizationId,
      challenge_hash: createHash('sha256').update(Buffer.from(challenge, 'base64url')).digest(),
      spent_at: now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'challenge_hash']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

function contextOf(purpose: string): string {
  return `challenge/${purpose}`;
}
