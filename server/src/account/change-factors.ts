import type { NewPasskey } from '@superbill/contract';
import { factorsOf, wantsSecondFactor } from '../auth/factors.ts';
import { addPasskey } from '../auth/passkeys.ts';
import { endRecoveryCodes, renewRecoveryCodes } from '../auth/recovery-codes.ts';
import { tellOfChange } from '../auth/tell-of-change.ts';
import { lockTotp, takeTotp } from '../auth/totp.ts';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';

/** Confirms the app that was started with a code of it; an earlier app is replaced. Answers first recovery codes. */
export async function confirmTotp(
  unit: Work,
  userId: string,
  { factorId, code }: { factorId: string; code: string },
): Promise<string[] | null> {
  const { db, organizationId, now } = unit;
  const factor = await lockTotp(unit, userId, { confirmed: false, factorId });
  if (!factor) throw new AppError('factor.not-found', { id: factorId });
  if (!(await takeTotp(unit, factor, code))) throw new AppError('factor.code-wrong', {}, 'code');
  await db
    .updateTable('totp_factor')
    .set({ removed_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .where('removed_at', 'is', null)
    .execute();
  await db
    .updateTable('totp_factor')
    .set({ confirmed_at: now })
    .where('organization_id', '=', organizationId)
    .where('factor_id', '=', factorId)
    .execute();
  unit.audit('factor.add', { kind: 'user', id: userId, detail: { factor: 'totp', factorId } });
  await tellOfChange(unit, userId, 'totp added');
  return firstRecoveryCodes(unit, userId);
}

/** Keeps a passkey the browser made. Answers its id, and first recovery codes. */
export async function keepPasskey(
  unit: Work,
  userId: string,
  given: { name: string; passkey: NewPasskey; origin: string },
): Promise<{ id: string; recoveryCodes: string[] | null }> {
  const id = await addPasskey(unit, userId, given);
  unit.audit('factor.add', { kind: 'user', id: userId, detail: { factor: 'passkey', factorId: id } });
  await tellOfChange(unit, userId, 'passkey added');
  return { id, recoveryCodes: await firstRecoveryCodes(unit, userId) };
}

/** Gives a passkey another name. Throws `factor.not-found`. */
export async function renamePasskey(
  unit: Work,
  userId: string,
  { passkeyId, name }: { passkeyId: string; name: string },
): Promise<void> {
  const { numUpdatedRows } = await unit.db
    .updateTable('passkey')
    .set({ name })
    .where('organization_id', '=', unit.organizationId)
    .where('user_id', '=', userId)
    .where('passkey_id', '=', passkeyId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('factor.not-found', { id: passkeyId });
  unit.audit('factor.rename', {
    kind: 'user',
    id: userId,
    detail: { factor: 'passkey', factorId: passkeyId },
  });
}

export function removeTotp(unit: Work, userId: string, factorId: string): Promise<void> {
  return removeFactor(unit, userId, { factor: 'totp', factorId });
}

export function removePasskey(unit: Work, userId: string, passkeyId: string): Promise<void> {
  return removeFactor(unit, userId, { factor: 'passkey', factorId: passkeyId });
}

/** New recovery codes for who has a second factor; without one they would open nothing. */
export async function renewCodes(unit: Work, userId: string): Promise<string[]> {
  if ((await factorsOf(unit, userId)).length === 0) throw new AppError('factor.none');
  unit.audit('recovery-code.renew', { kind: 'user', id: userId });
  await tellOfChange(unit, userId, 'recovery codes');
  return renewRecoveryCodes(unit, userId);
}

async function firstRecoveryCodes(unit: Work, userId: string): Promise<string[] | null> {
  if ((await factorsOf(unit, userId)).includes('recovery-code')) return null;
  return renewRecoveryCodes(unit, userId);
}

/**
 * Takes a factor away. The last one stays where the organization wants one, and where the password is too short to
 * stand alone; with it go the recovery codes.
 */
async function removeFactor(
  unit: Work,
  userId: string,
  { factor, factorId }: { factor: 'totp' | 'passkey'; factorId: string },
): Promise<void> {
  const { db, organizationId, now } = unit;
  const owner = await db
    .selectFrom('app_user')
    .select(['password_hash', 'password_stands_alone'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const mine = { organization_id: organizationId, user_id: userId };
  const { numUpdatedRows } = await (factor === 'totp'
    ? db
        .updateTable('totp_factor')
        .set({ removed_at: now })
        .where((eb) => eb.and({ ...mine, factor_id: factorId }))
        .where('removed_at', 'is', null)
        .executeTakeFirst()
    : db
        .updateTable('passkey')
        .set({ removed_at: now })
        .where((eb) => eb.and({ ...mine, passkey_id: factorId }))
        .where('removed_at', 'is', null)
        .executeTakeFirst());
  if (numUpdatedRows === 0n) throw new AppError('factor.not-found', { id: factorId });

  if ((await factorsOf(unit, userId)).length === 0) {
    if (await wantsSecondFactor(unit, userId)) throw new AppError('factor.required');
    if (owner.password_hash !== null && !owner.password_stands_alone)
      throw new AppError('factor.password-short');
    await endRecoveryCodes(unit, userId);
  }
  unit.audit('factor.remove', { kind: 'user', id: userId, detail: { factor, factorId } });
  await tellOfChange(unit, userId, `${factor} removed`);
}
