import {
  type Denial,
  type EveryRole,
  type Permission,
  permissionsOf,
  type Role,
  roleCatalog,
  roles,
} from '@superbill/contract';
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

/** The people who may do something right now, in one of their roles, and are not shut out. */
export async function peopleWhoMay(unit: Work, permission: Permission): Promise<string[]> {
  const fit = roles.filter((role) => roleCatalog[role].permissions.includes(permission));
  const rows = await unit.db
    .selectFrom('app_user as u')
    .innerJoin('user_role as r', (join) =>
      join.onRef('r.organization_id', '=', 'u.organization_id').onRef('r.user_id', '=', 'u.user_id'),
    )
    .select(['u.user_id', 'r.role'])
    .where('u.organization_id', '=', unit.organizationId)
    .where('u.kind', '=', 'person')
    .where('u.disabled_at', 'is', null)
    .where('r.role', 'in', fit)
    .where('r.ended_at', 'is', null)
    .execute();
  const people = new Set<string>();
  for (const { user_id: userId, role } of rows)
    if ((await permissionsHeld(unit, userId, role as Role)).includes(permission)) people.add(userId);
  return [...people];
}
