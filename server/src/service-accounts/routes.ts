import { permissions, routes, type ServiceAccount } from '@superbill/contract';
import { type Handler, handle, handleInSteps } from '../http/handle.ts';
import { type Work, work } from '../work.ts';
import { addApiKey, addServiceAccount, changeServiceAccount, revokeApiKey } from './change-accounts.ts';

export const serviceAccountHandlers: Handler[] = [
  handle(routes.listServiceAccounts, async (unit) => ({ accounts: await loadAccounts(unit) })),

  handle(routes.addServiceAccount, async (unit, { body }) => ({ id: await addServiceAccount(unit, body) })),

  handle(routes.changeServiceAccount, async (unit, { params, body }) => {
    await changeServiceAccount(unit, params.accountId, body);
    return { id: params.accountId };
  }),

  // The key is a secret, which is not stored with an Idempotency-Key.
  handleInSteps(routes.addApiKey, ({ system }, actor, { params, body }) =>
    work(system, actor, (unit) => addApiKey(unit, params.accountId, body)),
  ),

  handle(routes.revokeApiKey, async (unit, { params }) => {
    await revokeApiKey(unit, params);
    return {};
  }),
];

async function loadAccounts({ db, organizationId }: Work): Promise<ServiceAccount[]> {
  const accounts = await db
    .selectFrom('app_user')
    .select(['user_id', 'name', 'disabled_at', 'row_version'])
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'service')
    .orderBy('name')
    .orderBy('user_id')
    .execute();
  const granted = await db
    .selectFrom('service_permission')
    .select(['user_id', 'permission'])
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .execute();
  const keys = await db
    .selectFrom('api_key')
    .select(['key_id', 'user_id', 'name', 'created_at', 'expires_at', 'last_used_at'])
    .where('organization_id', '=', organizationId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return accounts.map((account) => ({
    id: account.user_id,
    name: account.name,
    permissions: permissions.filter((permission) =>
      granted.some((row) => row.user_id === account.user_id && row.permission === permission),
    ),
    state: account.disabled_at === null ? 'active' : 'disabled',
    keys: keys
      .filter((key) => key.user_id === account.user_id)
      .map((key) => ({
        id: key.key_id,
        name: key.name,
        createdAt: key.created_at,
        expiresAt: key.expires_at,
        lastUsedAt: key.last_used_at,
      })),
    rowVersion: account.row_version,
  }));
}
