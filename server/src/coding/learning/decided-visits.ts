import type { Instant } from '@superbill/engines/model';
import { sql } from 'kysely';
import type { Work } from '../../work.ts';

/** Learning looks at this many of the latest visits: what is done stays bounded, and old habits fade. */
const mostVisits = 400;

/** A decision as it is stored. A code that was taken off, or a rejection taken back, is none. */
export interface StoredDecision {
  encounterId: string;
  code: string;
  outcome: 'accepted' | 'rejected';
  at: Instant;
  quotes: string[];
}

/** A visit somebody coded, and what is needed to see its suggestions again. */
export interface DecidedVisit {
  encounterId: string;
  patientId: string;
  serviceDate: string;
  setting: string;
  decisions: StoredDecision[];
}

const decisionsOf = (organizationId: string) => sql`
  select c.encounter_id, c.code, 'accepted' as outcome, c.decided_at as at,
    array(select e.quote from code_evidence e
      where (e.organization_id, e.code_id) = (c.organization_id, c.code_id) order by e.ordinal) as quotes
  from code_assignment c
  where c.organization_id = ${organizationId} and c.system = 'icd10cm' and c.removed_at is null
  union all
  select r.encounter_id, r.code, 'rejected', r.rejected_at, array[]::text[]
  from suggestion_rejection r
  where r.organization_id = ${organizationId} and r.system = 'icd10cm' and r.undone_at is null`;

/** The visits with the latest decisions, and all decisions on them. */
export async function loadDecidedVisits(
  { db, organizationId }: Work,
  after: Instant | null,
): Promise<DecidedVisit[]> {
  const { rows } = await sql<{
    encounter_id: string;
    patient_id: string;
    service_date: string;
    setting: string;
    code: string;
    outcome: 'accepted' | 'rejected';
    at: Instant;
    quotes: string[];
  }>`
    with decision as (${decisionsOf(organizationId)}),
    visit as (
      select encounter_id from decision where ${after}::timestamptz is null or at > ${after}::timestamptz
      group by encounter_id order by max(at) desc, encounter_id limit ${mostVisits}
    )
    select d.*, e.patient_id, e.service_date, e.setting
    from decision d join visit using (encounter_id)
    join encounter e on (e.organization_id, e.encounter_id) = (${organizationId}::uuid, d.encounter_id)
    order by d.encounter_id, d.at, d.code`.execute(db);
  const visits = new Map<string, DecidedVisit>();
  for (const row of rows) {
    const visit = visits.get(row.encounter_id) ?? {
      encounterId: row.encounter_id,
      patientId: row.patient_id,
      serviceDate: row.service_date,
      setting: row.setting,
      decisions: [],
    };
    visits.set(row.encounter_id, visit);
    const { code, outcome, at, quotes } = row;
    visit.decisions.push({ encounterId: row.encounter_id, code, outcome, at, quotes });
  }
  return [...visits.values()];
}

/** How many decisions came after a moment. */
export async function countDecisions({ db, organizationId }: Work, after: Instant | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with decision as (${decisionsOf(organizationId)})
    select count(*)::integer as count from decision
    where ${after}::timestamptz is null or at > ${after}::timestamptz`.execute(db);
  return rows[0]?.count ?? 0;
}
