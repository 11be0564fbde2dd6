import type { Work } from '../work.ts';
import { factorsOf } from './factors.ts';
import { checkNewPassword, lengthOf, shortest } from './password-policy.ts';
import { hashPassword } from './passwords.ts';

/** Characters that a new password of this user needs. */
export async function shortestPassword(unit: Work, userId: string): Promise<number> {
  return (await factorsOf(unit, userId)).length > 0 ? shortest.withSecondFactor : shortest.alone;
}

/** Sets a password that a person chose, by the rules. Throws `password.too-short` or `password.common`. */
export async function setPassword(unit: Work, userId: string, password: string): Promise<void> {
  const { db, organizationId, now } = unit;
  const { login, name, email, practice } = await db
    .selectFrom('app_user as u')
    .innerJoin('organization as o', 'o.organization_id', 'u.organization_id')
    .select(['u.login', 'u.name', 'u.email', 'o.name as practice'])
    .where('u.organization_id', '=', organizationId)
    .where('u.user_id', '=', userId)
    .executeTakeFirstOrThrow();
  await checkNewPassword(password, {
    words: [login, name, practice, ...(email?.split('@') ?? [])],
    hasSecondFactor: (await factorsOf(unit, userId)).length > 0,
  });
  await db
    .updateTable('app_user')
    .set({
      password_hash: await hashPassword(password),
      password_changed_at: now,
      password_stands_alone: lengthOf(password) >= shortest.alone,
      failed_sign_ins: 0,
      locked_until: null,
    })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute();
}
