import { type Act, saysPaid } from '@superbill/engines/controls';
import type { Cents, IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import { listDeposits } from '../deposits/deposits.ts';
import type { Work } from '../work.ts';
import { loadUnbilled } from './load-unbilled.ts';

/** Everything that happened between two days, both included, as plain facts for the detectors. */
export async function loadActs(unit: Work, from: IsoDate, to: IsoDate): Promise<Act[]> {
  return [
    ...(await loadVisits(unit, from, to)),
    ...(await loadPayments(unit, from, to)),
    ...(await loadWriteOffs(unit, from, to)),
    ...(await loadRefunds(unit, from, to)),
    ...(await loadVoids(unit, from, to)),
    ...(await loadUnbilled(unit, from, to)),
    ...(await loadComplaints(unit, from, to)),
    ...(await loadReviews(unit, from, to)),
    ...(await loadCoded(unit, from, to)),
    ...(await loadDays(unit, from, to)),
    ...(await listDeposits(unit, from, to)).flatMap((day): Act[] =>
      day.bankCents === null
        ? []
        : [
            {
              kind: 'deposit',
              id: day.day,
              day: day.day,
              recorded: (day.cashCents + day.checkCents) as Cents,
              bank: day.bankCents,
            },
          ],
    ),
  ];
}

type Facts<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

async function loadVisits({ db, organizationId }: Work, from: IsoDate, to: IsoDate) {
  const { rows } = await sql<Facts<'visit'>>`
    select 'visit' as kind, encounter_id as id, service_date as day from encounter
    where organization_id = ${organizationId} and service_date between ${from} and ${to}`.execute(db);
  return rows;
}

async function loadPayments({ db, organizationId }: Work, from: IsoDate, to: IsoDate) {
  const { rows } = await sql<Facts<'payment'>>`
    select 'payment' as kind, t.payment_id as id, coalesce(t.recorded_on, t.received_on) as day,
      t.patient_id as "patientId", t.amount_cents as amount, t.method,
      coalesce(t.recorded_on - t.received_on, 0) as "lateDays"
    from patient_payment t
    where t.organization_id = ${organizationId} and coalesce(t.recorded_on, t.received_on) between ${from} and ${to}
      and not exists (select from payment_void v
        where (v.organization_id, v.payment_id) = (t.organization_id, t.payment_id))`.execute(db);
  return rows;
}

async function loadWriteOffs({ db, organizationId }: Work, from: IsoDate, to: IsoDate) {
  const { rows } = await sql<Facts<'write-off'>>`
    select 'write-off' as kind, w.write_off_id as id, w.written_on as day, w.patient_id as "patientId",
      w.written_by as by, w.amount_cents as amount,
      extract(hour from w.written_at) not between 6 and 20 as "afterHours",
      w.owed_by = 'insurance' or exists (select from statement_line l
        where (l.organization_id, l.charge_id) = (w.organization_id, w.charge_id)) as billed
    from write_off w
    where w.organization_id = ${organizationId} and w.written_on between ${from} and ${to}`.execute(db);
  return rows;
}

async function loadRefunds({ db, organizationId }: Work, from: IsoDate, to: IsoDate) {
  const { rows } = await sql<Facts<'refund'>>`
    select 'refund' as kind, refund_id as id, refunded_on as day, refunded_by as by, amount_cents as amount,
      method, payee, payee_name as "payeeName"
    from refund
    where organization_id = ${organizationId} and refunded_on between ${from} and ${to}`.execute(db);
  return rows;
}

async function loadVoids({ db, organizationId }: Work, from: IsoDate, to: IsoDate) {
  const { rows } = await sql<Facts<'void'>>`
    select 'void' as kind, v.payment_id as id, v.voided_on as day, t.patient_id as "patientId",
      v.voided_by as by, t.amount_cents as amount, t.method, v.voided_on = t.received_on as "sameDay"
    from payment_void v join patient_payment t using (organization_id, payment_id)
    where v.organization_id = ${organizationId} and v.voided_on between ${from} and ${to}`.execute(db);
  return rows;
}

async function loadComplaints({ db, organizationId }: Work, from: IsoDate, to: IsoDate): Promise<Act[]> {
  const { rows } = await sql<{ id: string; day: IsoDate; patientId: string; body: string }>`
    select message_id as id, created_at::date as day, patient_id as "patientId", body from message
    where organization_id = ${organizationId} and author = 'patient'
      and created_at::date between ${from} and ${to}`.execute(db);
  return rows.flatMap(({ id, day, patientId, body }): Act[] =>
    saysPaid(body) ? [{ kind: 'complaint', id, day, patientId }] : [],
  );
}

async function loadReviews({ db, organizationId }: Work, from: IsoDate, to: IsoDate) {
  const { rows } = await sql<Facts<'review'>>`
    select 'review' as kind, review_id as id, done_at::date as day, coder_id as by, codes, agreed_codes as agreed
    from chart_review
    where organization_id = ${organizationId} and state = 'done' and not looked_up
      and done_at::date between ${from} and ${to} order by done_at`.execute(db);
  return rows;
}

/** Charts by the person who decided their codes. Unspecified is what the title of the code says. */
async function loadCoded({ db, organizationId }: Work, from: IsoDate, to: IsoDate) {
  const { rows } = await sql<Facts<'coded'>>`
    select 'coded' as kind, encounter_id as id, max(decided_at)::date as day, decided_by as by,
      extract(epoch from max(decided_at) - min(decided_at))::double precision as seconds,
      count(*)::integer as codes,
      (count(*) filter (where title ilike '%unspecified%'))::integer as unspecified,
      (count(*) filter (where removed_at is not null))::integer as undone
    from code_assignment
    where organization_id = ${organizationId}
    group by encounter_id, decided_by
    having max(decided_at)::date between ${from} and ${to}`.execute(db);
  return rows;
}

/** A person's day from the first act to the last, as the audit trail has it; late is after nine in the evening. */
async function loadDays({ db, organizationId }: Work, from: IsoDate, to: IsoDate) {
  const { rows } = await sql<Facts<'worked'>>`
    select 'worked' as kind, user_id || ' ' || at::date as id, at::date as day, user_id as by,
      extract(epoch from max(at) - min(at))::double precision / 3600 as hours,
      bool_or(extract(hour from at) >= 21 or extract(hour from at) < 5) as late
    from audit_event
    where organization_id = ${organizationId} and user_id is not null and hat in ('coder', 'biller')
      and at::date between ${from} and ${to}
    group by user_id, at::date`.execute(db);
  return rows;
}
