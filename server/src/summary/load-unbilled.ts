import type { Act } from '@superbill/engines/controls';
import type { IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import type { Work } from '../work.ts';

/**
 * Days from when something is owed to when a bill is missed. Short, because money that is kept back has to show within
 * the month; a practice that bills once a month is only compared with itself.
 */
const billedWithin = 7;

/**
 * What a patient owed for a week with no bill made, by the day on which the week was over. What nobody insures is owed
 * from the day it was charged, though nothing is booked before its bill.
 */
export async function loadUnbilled(
  { db, organizationId }: Work,
  from: IsoDate,
  to: IsoDate,
): Promise<Extract<Act, { kind: 'unbilled' }>[]> {
  const { rows } = await sql<Extract<Act, { kind: 'unbilled' }>>`
    with owed as (
      select t.charge_id, min(p.posted_on) + ${billedWithin}::integer as day
      from ledger_entry t join posting p using (organization_id, posting_id)
      where t.organization_id = ${organizationId} and t.account = 'patient-receivable' and t.amount_cents > 0
      group by t.charge_id
      union all
      select c.charge_id, c.entered_at::date + ${billedWithin}::integer
      from charge c join encounter e using (organization_id, encounter_id)
      where c.organization_id = ${organizationId} and c.voided_at is null
        and not exists (select from coverage v
          where (v.organization_id, v.patient_id) = (e.organization_id, e.patient_id)
            and e.service_date between v.effective_from and coalesce(v.effective_to, 'infinity'))
    ), due as (
      select charge_id, min(day) as day from owed group by charge_id
      having min(day) between ${from} and ${to}
    ), standing as (
      select d.charge_id, d.day, e.patient_id, coalesce((
        select sum(t.amount_cents) from ledger_entry t join posting p using (organization_id, posting_id)
        where (t.organization_id, t.charge_id) = (c.organization_id, c.charge_id)
          and t.account = 'patient-receivable' and p.posted_on <= d.day), c.charge_cents)::bigint as amount
      from due d join charge c on (c.organization_id, c.charge_id) = (${organizationId}, d.charge_id)
      join encounter e using (organization_id, encounter_id)
    )
    select 'unbilled' as kind, charge_id as id, day, patient_id as "patientId", amount from standing s
    where amount > 0 and not exists (
      select from statement_line l join statement b using (organization_id, statement_id)
      where l.organization_id = ${organizationId} and l.charge_id = s.charge_id and b.issued_on <= s.day)`.execute(
    db,
  );
  return rows;
}
