import type { BodyOf, Permission, routes } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { issueToken } from '../auth/tokens.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import { keyPrefix } from './find-service-actor.ts';

const day = 24 * 60 * 60_000;

/** Adds a program. It has no password and stands in no directory of log-ins: it cannot sign in as a person does. */
export async function addServiceAccount(
  unit: Work,
  { name, permissions }: BodyOf<typeof routes.addServiceAccount>,
): Promise<string> {
  const { db, organizationId } = unit;
  const userId = newId();
  await db
    .insertInto('app_user')
    .values({
      organization_id: organizationId,
      user_id: userId,
      login: `service ${userId}`,
      name,
      kind: 'service',
    })
    .execute();
  await setPermissions(unit, userId, permissions);
  unit.audit('service-account.add', {
    kind: 'user',
    id: userId,
    detail: { permissions: permissions.join(' ') },
  });
  return userId;
}

/** Changes what a program may do; it holds for the next request. Throws `service-account.not-found`, `row.changed`. */
export async function changeServiceAccount(
  unit: Work,
  accountId: string,
  { name, permissions, disabled, rowVersion }: BodyOf<typeof routes.changeServiceAccount>,
): Promise<void> {
  const { db, organizationId, now } = unit;
  const version = await lockAccount(unit, accountId);
  if (version !== rowVersion) throw new AppError('row.changed', { id: accountId });
  await db
    .updateTable('app_user')
    .set({ name, disabled_at: disabled ? now : null, row_version: rowVersion + 1 })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', accountId)
    .execute();
  await setPermissions(unit, accountId, permissions);
  unit.audit('service-account.change', {
    kind: 'user',
    id: accountId,
    detail: { permissions: permissions.join(' '), disabled },
  });
}

/** Makes a key of 256 random bits; only its hash is kept. */
export async function addApiKey(
  unit: Work,
  accountId: string,
  { name, days }: { name: string; days: number },
): Promise<{ id: string; key: string; expiresAt: Instant }> {
  const { db, organizationId, now } = unit;
  await lockAccount(unit, accountId);
  const { token, hash } = issueToken(organizationId);
  const id = newId();
  const expiresAt = addMilliseconds(now, days * day);
  await db
    .insertInto('api_key')
    .values({
      organization_id: organizationId,
      key_id: id,
      user_id: accountId,
      token_hash: hash,
      name,
      created_by: staffId(unit),
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  unit.audit('api-key.add', { kind: 'user', id: accountId, detail: { keyId: id, days } });
  return { id, key: `${keyPrefix}${token}`, expiresAt };
}

/** Ends a key at once. Throws `api-key.not-found`. */
export async function revokeApiKey(
  unit: Work,
  { accountId, keyId }: { accountId: string; keyId: string },
): Promise<void> {
  const { db, organizationId, now } = unit;
  const { numUpdatedRows } = await db
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', accountId)
    .where('key_id', '=', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('api-key.not-found', { id: keyId });
  unit.audit('api-key.revoke', { kind: 'user', id: accountId, detail: { keyId } });
}

async function lockAccount({ db, organizationId }: Work, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('app_user')
    .select('row_version')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', accountId)
    .where('kind', '=', 'service')
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('service-account.not-found', { id: accountId });
  return row.row_version;
}

async function setPermissions(
  { db, organizationId, now }: Work,
  userId: string,
  wanted: readonly Permission[],
): Promise<void> {
  await db
    .updateTable('service_permission')
    .set({ ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('permission', 'not in', wanted)
    .where('ended_at', 'is', null)
    .execute();
  await db
    .insertInto('service_permission')
    .values(wanted.map((permission) => ({ organization_id: organizationId, user_id: userId, permission })))
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'user_id', 'permission']).doUpdateSet({ ended_at: null }),
    )
    .execute();
}
