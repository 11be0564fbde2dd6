import { sql } from 'kysely';
import type { Work } from '../../work.ts';

/** The words of a text in small letters; single letters are no names. */
export function wordsIn(text: string): string[] {
  return (text.match(/\p{L}{2,}/gu) ?? []).map((word) => word.toLowerCase());
}

/**
 * The words of every name that is known of these patients, in small letters: their own, those of their policies'
 * holders, and of where they live and write from.
 */
export async function namesOfPatients(
  { db, organizationId }: Work,
  patientIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ patient_id: string; said: string }>`
    select p.patient_id, concat_ws(' ', p.first_name, p.middle_name, p.last_name, p.email,
      p.address->>'line1', p.address->>'line2', p.address->>'city',
      (select string_agg(concat_ws(' ', c.subscriber->>'firstName', c.subscriber->>'middleName',
        c.subscriber->>'lastName'), ' ')
        from coverage c where (c.organization_id, c.patient_id) = (p.organization_id, p.patient_id))) as said
    from patient p
    where p.organization_id = ${organizationId} and p.patient_id = any (${[...new Set(patientIds)]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ patient_id: id, said }) => [id, new Set(wordsIn(said))]));
}

/** The words of the names of everybody who works at the practice. */
export async function namesOfStaff({ db, organizationId }: Work): Promise<Set<string>> {
  const users = await db
    .selectFrom('app_user')
    .select('name')
    .where('organization_id', '=', organizationId)
    .execute();
  const practitioners = await db
    .selectFrom('practitioner')
    .select(['first_name', 'last_name'])
    .where('organization_id', '=', organizationId)
    .execute();
  return new Set([
    ...users.flatMap(({ name }) => wordsIn(name)),
    ...practitioners.flatMap((row) => wordsIn(`${row.first_name} ${row.last_name}`)),
  ]);
}
