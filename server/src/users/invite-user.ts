import type { BodyOf, routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';
import { type IssuedInvitation, issueInvitation } from './invitations.ts';
import { mustHavePractitioner } from './practitioner.ts';
import { setRoles } from './store.ts';

/** Adds a user without a password and makes the link by which one is chosen. Throws `user.login-taken`. */
export async function inviteUser(
  unit: Work,
  user: BodyOf<typeof routes.inviteUser>,
  origin: string,
): Promise<IssuedInvitation> {
  const { db, organizationId } = unit;
  if (user.practitionerId !== undefined) await mustHavePractitioner(unit, user.practitionerId);
  const userId = newId();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sign_in_directory')
    .values({ login: user.login, organization_id: organizationId })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) throw new AppError('user.login-taken', {}, 'login');
  await db
    .insertInto('app_user')
    .values({
      organization_id: organizationId,
      user_id: userId,
      login: user.login,
      name: user.name,
      email: user.email ?? null,
      practitioner_id: user.practitionerId ?? null,
    })
    .execute();
  await setRoles(unit, userId, user.roles);
  unit.audit('user.invite', { kind: 'user', id: userId, detail: { roles: user.roles.join(' ') } });
  return issueInvitation(unit, { userId, purpose: 'invite', origin });
}
