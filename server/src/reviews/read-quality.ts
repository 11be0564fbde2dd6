import { wilsonInterval } from '@superbill/engines/controls';
import type { IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import type { Work } from '../work.ts';

/** How good a person's coding is, as far as second looks, payers and billers tell. */
export interface Quality {
  coderId: string;
  name: string;
  /** Charts that were looked at blind. */
  reviewed: number;
  /** Codes of either look, and those of both. */
  codes: number;
  agreedCodes: number;
  /** Agreed codes of all, from 0 to 1, with the 95 % interval; null when no chart was looked at. */
  agreement: { rate: number; low: number; high: number } | null;
  /** Lines of their visits that a payer denied or reduced for a reason of coding. */
  codingDenials: number;
  /** Visits that came back to the coder from billing. */
  returns: number;
}

/**
 * Adjustment reasons that speak of codes: modifier (4), diagnosis against procedure, age, sex or provider (5 to 12),
 * medical necessity (50), bundling (97), diagnosis invalid (146), not covered (167), procedure invalid (181, 182),
 * combination (236). Source: the public list of claim adjustment reason codes.
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
  '167',
  '181',
  '182',
  '236',
];

/** What is known of everybody's coding since a day. Looks that were not blind are left out. */
export async function readQuality({ db, organizationId }: Work, since: IsoDate): Promise<Quality[]> {
  const { rows } = await sql<Omit<Quality, 'agreement'>>`
    with coded as (
      select distinct organization_id, encounter_id, decided_by as coder_id from code_assignment
      where organization_id = ${organizationId}
    )
    select u.user_id as "coderId", u.name,
      (select count(*) from chart_review r where (r.organization_id, r.coder_id) = (u.organization_id, u.user_id)
        and r.state = 'done' and not r.looked_up and r.done_at >= ${since}::date)::integer as reviewed,
      (select coalesce(sum(r.codes), 0) from chart_review r
        where (r.organization_id, r.coder_id) = (u.organization_id, u.user_id)
        and r.state = 'done' and not r.looked_up and r.done_at >= ${since}::date)::integer as codes,
      (select coalesce(sum(r.agreed_codes), 0) from chart_review r
        where (r.organization_id, r.coder_id) = (u.organization_id, u.user_id)
        and r.state = 'done' and not r.looked_up and r.done_at >= ${since}::date)::integer as "agreedCodes",
      (select count(distinct l.remit_line_id) from coded d
        join charge c using (organization_id, encounter_id)
        join claim_line n using (organization_id, charge_id)
        join remit_line l on (l.organization_id, l.claim_line_id) = (n.organization_id, n.claim_line_id)
        join remit_claim k on (k.organization_id, k.remit_claim_id) = (l.organization_id, l.remit_claim_id)
        join remit m on (m.organization_id, m.remit_id) = (k.organization_id, k.remit_id)
        cross join jsonb_array_elements(l.adjustments) a
        where (d.organization_id, d.coder_id) = (u.organization_id, u.user_id) and m.posted_at >= ${since}::date
          and a->>'group' in ('CO', 'OA', 'PI')
          and a->>'reason' = any (${codingReasons}::text[]))::integer as "codingDenials",
      (select count(*) from audit_event v join coded d
          on d.organization_id = v.organization_id and d.encounter_id::text = v.subject_id
        where v.organization_id = u.organization_id and d.coder_id = u.user_id and v.action = 'encounter.move'
          and v.detail->>'queue' = 'coding' and v.hat in ('biller', 'coder') and v.at >= ${since}::date)::integer as returns
    from app_user u
    where u.organization_id = ${organizationId} and u.disabled_at is null
      and exists (select from user_role r where (r.organization_id, r.user_id) = (u.organization_id, u.user_id)
        and r.role = 'coder' and r.ended_at is null)
    order by u.name`.execute(db);
  return rows.map((row) => {
    const interval = wilsonInterval(row.agreedCodes, row.codes);
    return { ...row, agreement: interval ? { rate: row.agreedCodes / row.codes, ...interval } : null };
  });
}
