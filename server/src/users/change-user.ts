import type { BodyOf, routes, User } from '@superbill/contract';
import { endSessions } from '../auth/end-sessions.ts';
import { endDevices } from '../auth/known-devices.ts';
import { rolesOf } from '../auth/read-session.ts';
import { endRecoveryCodes } from '../auth/recovery-codes.ts';
import { tellOfChange } from '../auth/tell-of-change.ts';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';
import { endInvitations, type IssuedInvitation, issueInvitation } from './invitations.ts';
import { keepAnAdministrator } from './last-administrator.ts';
import { mustHavePractitioner } from './practitioner.ts';
import { loadUser, lockUser, setRoles } from './store.ts';

/**
 * Changes a user. Sessions in a role that was taken away stop answering at once. Throws `user.own-roles`,
 * `user.last-administrator`, `row.changed`.
 */
export async function changeUser(
  unit: Work,
  userId: string,
  change: BodyOf<typeof routes.changeUser>,
): Promise<User> {
  const { email: former } = await lockUser(unit, userId, change.rowVersion);
  const held = await rolesOf(unit, userId);
  const same = held.length === change.roles.length && held.every((role) => change.roles.includes(role));
  if (!same) {
    if (userId === unit.userId) throw new AppError('user.own-roles', { id: userId }, 'roles');
    if (held.includes('administrator') && !change.roles.includes('administrator'))
      await keepAnAdministrator(unit, userId);
    await setRoles(unit, userId, change.roles);
    unit.audit('user.change-roles', {
      kind: 'user',
      id: userId,
      detail: { before: held.join(' '), after: change.roles.join(' ') },
    });
  }
  if (change.practitionerId !== null) await mustHavePractitioner(unit, change.practitionerId);
  await setUser(unit, userId, {
    name: change.name,
    email: change.email,
    practitioner_id: change.practitionerId,
    row_version: change.rowVersion + 1,
  });
  unit.audit('user.change', { kind: 'user', id: userId });
  if (change.email !== former) await tellOfChange(unit, userId, 'email', { former });
  return loadUser(unit, userId);
}

/** Shuts a user out: sessions, links and known browsers end at once. Nobody shuts themselves out. */
export async function disableUser(unit: Work, userId: string, rowVersion: number): Promise<User> {
  if (userId === unit.userId) throw new AppError('user.self', { id: userId });
  await lockUser(unit, userId, rowVersion);
  if ((await rolesOf(unit, userId)).includes('administrator')) await keepAnAdministrator(unit, userId);
  await setUser(unit, userId, { disabled_at: unit.now, row_version: rowVersion + 1 });
  await endSessions(unit, userId);
  await endDevices(unit, userId);
  await endInvitations(unit, userId);
  unit.audit('user.disable', { kind: 'user', id: userId });
  return loadUser(unit, userId);
}

/** Lets a user in again, with the password and factors there were. */
export async function enableUser(unit: Work, userId: string, rowVersion: number): Promise<User> {
  await lockUser(unit, userId, rowVersion);
  await setUser(unit, userId, { disabled_at: null, row_version: rowVersion + 1 });
  unit.audit('user.enable', { kind: 'user', id: userId });
  return loadUser(unit, userId);
}

/**
 * Takes the password away and makes a link by which a new one is chosen; sessions and known browsers end. With
 * `secondFactors` those go too, for somebody who lost them.
 */
export async function resetUser(
  unit: Work,
  userId: string,
  { secondFactors, origin }: { secondFactors: boolean; origin: string },
): Promise<IssuedInvitation> {
  if (userId === unit.userId) throw new AppError('user.self', { id: userId });
  const user = await lockUser(unit, userId);
  if (user.disabled_at !== null) throw new AppError('user.disabled', { id: userId });
  await setUser(unit, userId, {
    password_hash: null,
    locked_until: null,
    factors_rest_until: null,
    row_version: user.row_version + 1,
  });
  if (secondFactors) await takeFactorsAway(unit, userId);
  await endSessions(unit, userId);
  await endDevices(unit, userId);
  unit.audit('user.reset', { kind: 'user', id: userId, detail: { secondFactors } });
  const purpose = user.password_hash === null ? 'invite' : 'reset';
  return issueInvitation(unit, { userId, purpose, origin });
}

async function takeFactorsAway(unit: Work, userId: string): Promise<void> {
  const { db, organizationId, now } = unit;
  for (const table of ['totp_factor', 'passkey'] as const) {
    await db
      .updateTable(table)
      .set({ removed_at: now })
      .where('organization_id', '=', organizationId)
      .where('user_id', '=', userId)
      .where('removed_at', 'is', null)
      .execute();
  }
  await endRecoveryCodes(unit, userId);
  await tellOfChange(unit, userId, 'all second factors');
}

interface UserChange {
  name?: string;
  email?: string | null;
  practitioner_id?: string | null;
  disabled_at?: Work['now'] | null;
  password_hash?: null;
  locked_until?: null;
  factors_rest_until?: null;
  row_version: number;
}

async function setUser({ db, organizationId }: Work, userId: string, change: UserChange): Promise<void> {
  await db
    .updateTable('app_user')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute();
}
