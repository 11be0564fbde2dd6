import { createHash, randomBytes } from 'node:crypto';
import type { Work } from '../work.ts';

const howMany = 10;
/** Crockford's letters: none is taken for another. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Ten new recovery codes of 120 random bits, `xxxx-xxxx-xxxx-xxxx-xxxx-xxxx`; the earlier ones stop working. With 112
 * bits or more a plain hash is enough (NIST SP 800-63B-4, 3.1.2.2). They are shown once.
 */
export async function renewRecoveryCodes(unit: Work, userId: string): Promise<string[]> {
  const { db, organizationId, now } = unit;
  await endRecoveryCodes(unit, userId);
  const codes = Array.from({ length: howMany }, newCode);
  await db
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        organization_id: organizationId,
        user_id: userId,
        code_hash: hashCode(userId, code),
        created_at: now,
      })),
    )
    .execute();
  return codes;
}

/** Takes a code once; false when it is none of the user's, was used, or a newer set took its place. */
export async function takeRecoveryCode(
  { db, organizationId, now }: Work,
  userId: string,
  code: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('code_hash', '=', hashCode(userId, code))
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function endRecoveryCodes({ db, organizationId, now }: Work, userId: string): Promise<void> {
  await db
    .updateTable('recovery_code')
    .set({ ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute();
}

function newCode(): string {
  const letters = Array.from(randomBytes(24), (byte) => alphabet[byte % 32]).join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** However it is typed: capitals, blanks and dashes do not count; `o` is zero, `i` and `l` are one. */
function hashCode(userId: string, code: string): Buffer {
  const typed = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return createHash('sha256').update(`${userId} ${typed}`).digest();
}
