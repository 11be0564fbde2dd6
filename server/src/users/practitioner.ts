import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';

/** Throws `practice.not-found` unless the practice has this practitioner. */
export async function mustHavePractitioner(
  { db, organizationId }: Work,
  practitionerId: string,
): Promise<void> {
  const row = await db
    .selectFrom('practitioner')
    .select('practitioner_id')
    .where('organization_id', '=', organizationId)
    .where('practitioner_id', '=', practitionerId)
    .executeTakeFirst();
  if (!row) throw new AppError('practice.not-found', { id: practitionerId }, 'practitionerId');
}
