import type { Permission } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import type { ServiceActor } from '../auth/actors.ts';
import { hashToken, organizationOf } from '../auth/tokens.ts';
import { type System, work } from '../work.ts';

/** A key begins with this, so that scanners for lost secrets know it. */
export const keyPrefix = 'superbill_';

/** The program that holds this key, if it is alive, with what it was given; notes the use at most once a minute. */
export async function findServiceActor(system: System, key: string): Promise<ServiceActor | null> {
  const token = key.startsWith(keyPrefix) ? key.slice(keyPrefix.length) : '';
  const organizationId = organizationOf(token);
  if (organizationId === undefined) return null;
  const tokenHash = hashToken(token);
  return work(system, { organizationId, userId: null, hat: 'system' }, async ({ db, now }) => {
    const row = await db
      .selectFrom('api_key as k')
      .innerJoin('app_user as u', (join) =>
        join.onRef('u.organization_id', '=', 'k.organization_id').onRef('u.user_id', '=', 'k.user_id'),
      )
      .select(['k.key_id', 'k.user_id', 'k.last_used_at'])
      .where('k.organization_id', '=', organizationId)
      .where('k.token_hash', '=', tokenHash)
      .where('k.revoked_at', 'is', null)
      .where('k.expires_at', '>', now)
      .where('u.kind', '=', 'service')
      .where('u.disabled_at', 'is', null)
      .executeTakeFirst();
    if (!row) return null;
    if (row.last_used_at === null || row.last_used_at < addMilliseconds(now, -60_000)) {
      await db
        .updateTable('api_key')
        .set({ last_used_at: now })
        .where('organization_id', '=', organizationId)
        .where('key_id', '=', row.key_id)
        .execute();
    }
    const granted = await db
      .selectFrom('service_permission')
      .select('permission')
      .where('organization_id', '=', organizationId)
      .where('user_id', '=', row.user_id)
      .where('ended_at', 'is', null)
      .execute();
    return {
      organizationId,
      userId: row.user_id,
      hat: 'service-account',
      tokenHash,
      granted: granted.map(({ permission }) => permission as Permission),
    };
  });
}
