import { type Role, roles, type User } from '@superbill/contract';
import { sql } from 'kysely';
import { loadIdentities } from '../auth/provider/identities.ts';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';
import { deliveryOf } from './invitations.ts';

/** Everybody who may sign in or was invited to, by name; one user when an id is given. */
export async function loadUsers(unit: Work, userId?: string): Promise<User[]> {
  const { db, organizationId, now } = unit;
  const inOrganization = sql`${organizationId}::uuid`;
  let query = db
    .selectFrom('app_user as u')
    .select([
      'u.user_id',
      'u.login',
      'u.name',
      'u.email',
      'u.practitioner_id',
      'u.disabled_at',
      'u.row_version',
    ])
    .select(sql<boolean>`u.password_hash is not null`.as('has_password'))
    .select(
      sql<string[]>`array(select role from user_role r where r.organization_id = ${inOrganization}
        and r.user_id = u.user_id and r.ended_at is null)`.as('roles'),
    )
    .select(
      sql<boolean>`exists (select from totp_factor f where f.organization_id = ${inOrganization} and f.user_id = u.user_id
        and f.confirmed_at is not null and f.removed_at is null)`.as('has_totp'),
    )
    .select(
      sql<boolean>`exists (select from passkey p where p.organization_id = ${inOrganization} and p.user_id = u.user_id
        and p.removed_at is null)`.as('has_passkey'),
    )
    .select(
      sql<boolean>`exists (select from recovery_code c where c.organization_id = ${inOrganization}
        and c.user_id = u.user_id and c.used_at is null and c.ended_at is null)`.as('has_codes'),
    )
    .select((eb) =>
      eb
        .selectFrom('session as s')
        .select(({ fn }) => fn.max('s.last_used_at').as('at'))
        .where('s.organization_id', '=', organizationId)
        .whereRef('s.user_id', '=', 'u.user_id')
        .as('last_seen_at'),
    )
    .select((eb) =>
      eb
        .selectFrom('invitation as i')
        .select(({ fn }) => fn.max('i.expires_at').as('at'))
        .where('i.organization_id', '=', organizationId)
        .whereRef('i.user_id', '=', 'u.user_id')
        .where('i.used_at', 'is', null)
        .where('i.expires_at', '>', now)
        .as('invited_until'),
    )
    .select((eb) =>
      eb
        .selectFrom('letter as l')
        .select('l.state')
        .where('l.organization_id', '=', organizationId)
        .whereRef('l.user_id', '=', 'u.user_id')
        .where('l.kind', '!=', 'notice')
        .orderBy('l.created_at', 'desc')
        .orderBy('l.letter_id', 'desc')
        .limit(1)
        .as('letter_state'),
    )
    .where('u.organization_id', '=', organizationId)
    .where('u.kind', '=', 'person');
  if (userId !== undefined) query = query.where('u.user_id', '=', userId);
  const rows = await query.orderBy('u.name').orderBy('u.user_id').execute();
  const identities = await loadIdentities(unit, userId);
  return rows.map((row) => {
    const linked = identities.filter((one) => one.userId === row.user_id);
    const hasWayIn = row.has_password || linked.length > 0;
    return {
      id: row.user_id,
      login: row.login,
      name: row.name,
      email: row.email,
      roles: roles.filter((role) => row.roles.includes(role)),
      practitionerId: row.practitioner_id,
      state: row.disabled_at !== null ? 'disabled' : hasWayIn ? 'active' : 'invited',
      secondFactors: [
        ...(row.has_totp ? (['totp'] as const) : []),
        ...(row.has_passkey ? (['passkey'] as const) : []),
        ...(row.has_codes ? (['recovery-code'] as const) : []),
      ],
      identities: linked.map(({ id, issuer, linkedAt }) => ({ id, issuer, linkedAt })),
      lastSeenAt: row.last_seen_at,
      invitation: row.invited_until
        ? { expiresAt: row.invited_until, delivery: deliveryOf(row.letter_state) }
        : null,
      rowVersion: row.row_version,
    };
  });
}

/** One user. Throws `user.not-found`. */
export async function loadUser(unit: Work, userId: string): Promise<User> {
  const [user] = await loadUsers(unit, userId);
  if (!user) throw new AppError('user.not-found', { id: userId });
  return user;
}

/** A user's row, locked until the transaction ends. Throws `user.not-found`, and `row.changed` for another version. */
export async function lockUser({ db, organizationId }: Work, userId: string, rowVersion?: number) {
  const row = await db
    .selectFrom('app_user')
    .select(['user_id', 'login', 'email', 'disabled_at', 'password_hash', 'row_version'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('kind', '=', 'person')
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('user.not-found', { id: userId });
  if (rowVersion !== undefined && row.row_version !== rowVersion)
    throw new AppError('row.changed', { id: userId });
  return row;
}

/** The roles a user holds now become these. A role that goes keeps its row, with its end. */
export async function setRoles(
  { db, organizationId, now }: Work,
  userId: string,
  wanted: readonly Role[],
): Promise<void> {
  await db
    .updateTable('user_role')
    .set({ ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('role', 'not in', wanted)
    .where('ended_at', 'is', null)
    .execute();
  await db
    .insertInto('user_role')
    .values(wanted.map((role) => ({ organization_id: organizationId, user_id: userId, role })))
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'user_id', 'role']).doUpdateSet({ ended_at: null }),
    )
    .execute();
}
