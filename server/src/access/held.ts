import { type Denial, type EveryRole, type Permission, permissionsOf } from '@superbill/contract';
import type { Work } from '../work.ts';

/** What the practice took away from a person, or from everybody in some role. */
export async function loadDenials({ db, organizationId }: Work, userId: string): Promise<Denial[]> {
  const rows = await db
    .selectFrom('permission_denial')
    .select(['role', 'permission'])
    .where('organization_id', '=', organizationId)
    .where('lifted_at', 'is', null)
    .where((is) => is.or([is('role', 'is not', null), is('user_id', '=', userId)]))
    .execute();
  return rows.map((row) => ({
    role: row.role as EveryRole | null,
    permission: row.permission as Permission,
  }));
}

/** What a person may do in a role right now: the catalog's permissions without those denied. */
export async function permissionsHeld(unit: Work, userId: string, role: EveryRole): Promise<Permission[]> {
  return permissionsOf(role, await loadDenials(unit, userId));
}
