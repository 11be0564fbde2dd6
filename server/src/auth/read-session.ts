import { type Role, roles, type Session } from '@superbill/contract';
import { sql } from 'kysely';
import { permissionsHeld } from '../access/held.ts';
import type { Work } from '../work.ts';

/** A user's roles in the order of the catalog. */
export async function rolesOf({ db, organizationId }: Work, userId: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('user_role')
    .select('role')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute();
  return roles.filter((role) => rows.some((row) => row.role === role));
}

/** The session as the client sees it: who, in which hat, with which permissions. */
export async function readSession(unit: Work, userId: string, hat: Role): Promise<Session> {
  const { db, organizationId } = unit;
  const user = await db
    .selectFrom('app_user')
    .select(['user_id', 'name', 'login', 'practitioner_id'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const organization = await db
    .selectFrom('organization')
    .select(['organization_id', 'name', sql<string>`current_setting('timezone')`.as('time_zone')])
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return {
    user: { id: user.user_id, name: user.name, login: user.login, practitionerId: user.practitioner_id },
    organization: {
      id: organization.organization_id,
      name: organization.name,
      timeZone: organization.time_zone,
    },
    roles: await rolesOf(unit, userId),
    hat,
    permissions: await permissionsHeld(unit, userId, hat),
  };
}
