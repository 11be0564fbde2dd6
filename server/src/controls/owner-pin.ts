import { hashPassword, verifyNothing, verifyPassword } from '../auth/passwords.ts';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';

/** Ten wrong numbers in a row, over all links, rest the number until its owner signs in and sets another. */
const wrongAllowed = 10;

const rows = '0123456789012345 9876543210987654';

/** One digit repeated, a row, halves or thirds that repeat, a year before or behind: the first that people choose. */
export function isWeakPin(pin: string): boolean {
  return (
    rows.includes(pin) || /^(\d{1,3})\1+$/.test(pin) || /^(19|20)\d{2}/.test(pin) || /(19|20)\d{2}$/.test(pin)
  );
}

/** Sets the number of the one who asks; earlier wrong tries are forgotten. */
export async function setOwnerPin(unit: Work & { userId: string }, pin: string): Promise<void> {
  if (isWeakPin(pin)) throw new AppError('control.pin-weak', {}, 'pin');
  const values = { pin_hash: await hashPassword(pin), failed_attempts: 0, set_at: unit.now };
  await unit.db
    .insertInto('owner_pin')
    .values({ organization_id: unit.organizationId, user_id: unit.userId, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doUpdateSet(values))
    .execute();
  unit.audit('pin.set', { kind: 'user', id: unit.userId });
}

export async function hasPin({ db, organizationId }: Work, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('owner_pin')
    .select('user_id')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Tries a number; wrong ones are counted, and a number that rests opens nothing even when it is right. */
export async function tryPin(
  unit: Work,
  userId: string,
  pin: string,
): Promise<'right' | 'wrong' | 'resting'> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('owner_pin')
    .select(['pin_hash', 'failed_attempts'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    await verifyNothing(pin);
    return 'wrong';
  }
  if (row.failed_attempts >= wrongAllowed) return 'resting';
  const right = await verifyPassword(row.pin_hash, pin);
  await db
    .updateTable('owner_pin')
    .set({ failed_attempts: right ? 0 : row.failed_attempts + 1 })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute();
  return right ? 'right' : 'wrong';
}
