import { AppError } from '../../errors.ts';
import type { Work } from '../../work.ts';
import { linkIdentity } from './identities.ts';

/**
 * The user whom the provider means: the one this subject is linked to, else the only one with this address, which the
 * provider must have verified; the link is kept. A link that was ended by hand does not come back by itself: who was
 * unlinked links the account by hand again. Throws `provider.no-user`.
 */
export async function findOrLinkUser(
  unit: Work,
  issuer: string,
  { subject, email }: { subject: string; email: string | undefined },
): Promise<string> {
  const { db, organizationId } = unit;
  const linked = await db
    .selectFrom('user_identity as i')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'i.organization_id').onRef('u.user_id', '=', 'i.user_id'),
    )
    .select(['i.user_id', 'u.disabled_at'])
    .where('i.organization_id', '=', organizationId)
    .where('i.issuer', '=', issuer)
    .where('i.subject', '=', subject)
    .where('i.ended_at', 'is', null)
    .executeTakeFirst();
  if (linked && linked.disabled_at === null) return linked.user_id;
  if (linked || email === undefined) throw new AppError('provider.no-user');

  const [user, another] = await db
    .selectFrom('app_user as u')
    .select('u.user_id')
    .where('u.organization_id', '=', organizationId)
    .where('u.kind', '=', 'person')
    .where('u.disabled_at', 'is', null)
    .where(({ fn, eb }) => eb(fn('lower', ['u.email']), '=', email.toLowerCase()))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('user_identity as i')
            .select('i.identity_id')
            .where('i.organization_id', '=', organizationId)
            .whereRef('i.user_id', '=', 'u.user_id')
            .where('i.issuer', '=', issuer)
            .where(({ eb, or }) => or([eb('i.ended_at', 'is', null), eb('i.subject', '=', subject)])),
        ),
      ),
    )
    .limit(2)
    .execute();
  if (!user || another) throw new AppError('provider.no-user');
  await linkIdentity(unit, user.user_id, issuer, subject);
  return user.user_id;
}
