import { takeTurn } from '../db/turn.ts';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';

/**
 * Refuses what would leave the organization without somebody who can administer it: an administrator who is not
 * disabled and can sign in. Two such acts at once take turns. Throws `user.last-administrator`.
 */
export async function keepAnAdministrator(unit: Work, leaving: string): Promise<void> {
  const { db, organizationId } = unit;
  await takeTurn(db, organizationId, ['administrators']);
  const other = await db
    .selectFrom('user_role as r')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'r.organization_id').onRef('u.user_id', '=', 'r.user_id'),
    )
    .select('u.user_id')
    .where('r.organization_id', '=', organizationId)
    .where('r.role', '=', 'administrator')
    .where('r.ended_at', 'is', null)
    .where('u.disabled_at', 'is', null)
    .where('u.password_hash', 'is not', null)
    .where('u.user_id', '!=', leaving)
    .executeTakeFirst();
  if (!other) throw new AppError('user.last-administrator', { id: leaving });
}
