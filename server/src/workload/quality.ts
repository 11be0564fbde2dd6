import type { BoardPerson } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import type { Work } from '../work.ts';

type Quality = BoardPerson['quality'];

/**
 * Reasons of the claim adjustment reason codes that speak of how a claim was coded: modifier, place, age, sex, provider
 * type, procedure or diagnosis that do not fit together (4 to 12), not deemed necessary for the diagnosis (50), bundled
 * (97, 236), wrong or invalid code on the date (146, 181, 182).
 */
const codingReasons = [
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '50',
  '97',
  '146',
  '181',
  '182',
  '236',
];

/**
 * What became of the work each coder handed over since a day: what came back, what was denied for its coding. A visit
 * counts for whoever decided most of its codes. Agreement comes from reviews and is null without one.
 */
export async function loadQuality(
  { db, organizationId }: Work,
  since: IsoDate,
): Promise<Map<string, Quality>> {
  const { rows } = await sql<{ user_id: string; handed_over: number; returned: number; denials: number }>`
    with coded as (
      select distinct on (c.encounter_id) c.encounter_id, c.decided_by as user_id
      from code_assignment c
      where c.organization_id = ${organizationId} and c.removed_at is null and c.encounter_id in (
        select subject_id from work_arrival
        where organization_id = ${organizationId} and arrived_at >= ${since}::date and queue = 'billing')
      group by c.encounter_id, c.decided_by
      order by c.encounter_id, count(*) desc, c.decided_by
    )
    select user_id, count(*)::integer as handed_over,
      count(*) filter (where exists (
        select from work_arrival a where a.organization_id = ${organizationId} and a.subject_id = coded.encounter_id
          and a.is_returned and a.arrived_at >= ${since}::date))::integer as returned,
      count(*) filter (where exists (
        select from claim m
        join remit_claim r on (r.organization_id, r.claim_id) = (m.organization_id, m.claim_id)
        join remit_line l on (l.organization_id, l.remit_claim_id) = (r.organization_id, r.remit_claim_id)
        cross join lateral jsonb_array_elements(l.adjustments) adjustment
        where (m.organization_id, m.encounter_id) = (${organizationId}::uuid, coded.encounter_id)
          and adjustment ->> 'group' <> 'PR' and adjustment ->> 'reason' = any (${codingReasons})))::integer as denials
    from coded group by user_id`.execute(db);
  return new Map(
    rows.map((row) => [
      row.user_id,
      { handedOver: row.handed_over, returned: row.returned, codingDenials: row.denials, agreement: null },
    ]),
  );
}

export const noQuality: Quality = { handedOver: 0, returned: 0, codingDenials: 0, agreement: null };
