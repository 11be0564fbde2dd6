import {
  type BodyOf,
  type EveryRole,
  everyRole,
  type Permission,
  permissionsOf,
  type ResponseOf,
  roleCatalog,
  type routes,
  wayBack,
} from '@superbill/contract';
import { takeTurn } from '../db/turn.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import { loadDenials } from './held.ts';

/** What each role may do, and what was taken away from roles and people. */
export async function readRoles(unit: Work): Promise<ResponseOf<typeof routes.readRoles>> {
  const { db, organizationId } = unit;
  const rows = await db
    .selectFrom('permission_denial as d')
    .innerJoin('app_user as b', (join) =>
      join.onRef('b.organization_id', '=', 'd.organization_id').onRef('b.user_id', '=', 'd.denied_by'),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'd.organization_id').onRef('u.user_id', '=', 'd.user_id'),
    )
    .select(['d.denial_id', 'd.role', 'd.user_id', 'd.permission', 'd.denied_at'])
    .select(['b.name as denied_by', 'u.name as user_name'])
    .where('d.organization_id', '=', organizationId)
    .where('d.lifted_at', 'is', null)
    .orderBy('d.denied_at')
    .orderBy('d.denial_id')
    .execute();
  const denials = rows.map((row) => ({
    id: row.denial_id,
    role: row.role as EveryRole | null,
    user: row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? '' },
    permission: row.permission as Permission,
    deniedBy: row.denied_by,
    deniedAt: row.denied_at,
  }));
  return {
    denials,
    roles: everyRole.map((role) => ({
      role,
      name: roleCatalog[role].name,
      does: roleCatalog[role].does,
      permissions: [...roleCatalog[role].permissions],
      denied: denials.filter((denial) => denial.role === role).map(({ permission }) => permission),
      fixed: role === 'administrator' ? [...wayBack] : [],
    })),
  };
}

/**
 * Takes a permission away from a role or a person. What a role does not have cannot be taken, and the last
 * administrator keeps what is needed to give things back. Answers the denial's id.
 */
export async function denyPermission(
  unit: Work,
  { from, permission }: BodyOf<typeof routes.denyPermission>,
): Promise<string> {
  const { db, organizationId } = unit;
  // Two administrators could shut out each other at the same moment.
  await takeTurn(db, organizationId, ['denials']);
  const role = 'role' in from ? from.role : null;
  const userId = 'userId' in from ? from.userId : null;
  if (role !== null && !roleCatalog[role].permissions.includes(permission))
    throw new AppError('role.not-held', { permission }, 'permission');
  if (role === 'administrator' && wayBack.includes(permission))
    throw new AppError('role.way-back', { permission }, 'permission');
  if (userId !== null) await mustBeUser(unit, userId);
  const id = newId();
  const added = await db
    .insertInto('permission_denial')
    .values({
      organization_id: organizationId,
      denial_id: id,
      role,
      user_id: userId,
      permission,
      denied_by: staffId(unit),
      denied_at: unit.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0)
    throw new AppError('role.denied-already', { permission }, 'permission');
  if (userId !== null && wayBack.includes(permission)) await mustLeaveWayBack(unit, permission);
  unit.audit('role.deny', {
    kind: role === null ? 'user' : 'role',
    id: userId ?? role ?? '',
    detail: { permission, denial: id },
  });
  return id;
}

/** Gives back what was taken away. */
export async function liftDenial(unit: Work, id: string): Promise<void> {
  const row = await unit.db
    .updateTable('permission_denial')
    .set({ lifted_by: staffId(unit), lifted_at: unit.now })
    .where('organization_id', '=', unit.organizationId)
    .where('denial_id', '=', id)
    .where('lifted_at', 'is', null)
    .returning(['permission', 'role', 'user_id'])
    .executeTakeFirst();
  if (!row) throw new AppError('role.denial-not-found', { id });
  unit.audit('role.lift', {
    kind: row.role === null ? 'user' : 'role',
    id: row.user_id ?? row.role ?? '',
    detail: { permission: row.permission, denial: id },
  });
}

async function mustBeUser({ db, organizationId }: Work, userId: string): Promise<void> {
  const user = await db
    .selectFrom('app_user')
    .select('user_id')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (!user) throw new AppError('user.unknown', { userId }, 'userId');
}

/** Some administrator who signs in has to keep the permission. */
async function mustLeaveWayBack(unit: Work, permission: Permission): Promise<void> {
  const administrators = await unit.db
    .selectFrom('user_role as r')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'r.organization_id').onRef('u.user_id', '=', 'r.user_id'),
    )
    .select('u.user_id')
    .where('r.organization_id', '=', unit.organizationId)
    .where('r.role', '=', 'administrator')
    .where('r.ended_at', 'is', null)
    .where('u.disabled_at', 'is', null)
    .execute();
  for (const { user_id } of administrators) {
    if (permissionsOf('administrator', await loadDenials(unit, user_id)).includes(permission)) return;
  }
  throw new AppError('role.way-back', { permission }, 'permission');
}
