import { AppError } from '../../errors.ts';
import { newId } from '../../ids.ts';
import type { Work } from '../../work.ts';
import { tellOfChange } from '../tell-of-change.ts';

/**
 * The user whom the provider means: the one this subject is linked to, else the only one with this address, which the
 * provider must have verified; the link is kept. Throws `provider.no-user`.
 */
export async function findOrLinkUser(
  unit: Work,
  issuer: string,
  { subject, email }: { subject: string; email: string | undefined },
): Promise<string> {
  const { db, organizationId, now } = unit;
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
            .where('i.ended_at', 'is', null),
        ),
      ),
    )
    .limit(2)
    .execute();
  if (!user || another) throw new AppError('provider.no-user');
  await db
    .insertInto('user_identity')
    .values({
      organization_id: organizationId,
      identity_id: newId(),
      issuer,
      subject,
      user_id: user.user_id,
      linked_at: now,
    })
    .execute();
  unit.audit('user.link-identity', { kind: 'user', id: user.user_id });
  await tellOfChange(unit, user.user_id, 'linked identity');
  return user.user_id;
}
