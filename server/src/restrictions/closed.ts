import { sql } from 'kysely';
import type { Work } from '../work.ts';

/** The patients whose records are open to few, of whom this person is none, and has not broken the glass. */
export async function closedTo({ db, organizationId, now }: Work, userId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('record_restriction as r')
    .select('r.patient_id')
    .where('r.organization_id', '=', organizationId)
    .where('r.ended_at', 'is', null)
    .where(
      sql<boolean>`not exists (select from restriction_reader x
        where (x.organization_id, x.restriction_id) = (r.organization_id, r.restriction_id)
          and x.user_id = ${userId})`,
    )
    .where(
      sql<boolean>`not exists (select from broken_glass x
        where (x.organization_id, x.patient_id) = (r.organization_id, r.patient_id)
          and x.user_id = ${userId} and x.open_until > ${now})`,
    )
    .execute();
  return new Set(rows.map((row) => row.patient_id));
}
