import type { BodyOf, DepositDay, routes } from '@superbill/contract';
import { addDays, type Cents, type IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';

/**
 * Cash and checks of each day on which something was recorded or the bank was asked, the newest first. A payment
 * that was voided is no longer expected, and is shown beside: taking money and voiding its payment is a way to keep it.
 */
export async function listDeposits(
  { db, organizationId }: Work,
  from: IsoDate,
  to: IsoDate,
): Promise<DepositDay[]> {
  const { rows } = await sql<DepositDay>`
    with recorded as (
      select t.received_on as day,
        coalesce(sum(t.amount_cents) filter (where t.method = 'cash' and v.payment_id is null), 0)::bigint as cash,
        coalesce(sum(t.amount_cents) filter (where t.method = 'check' and v.payment_id is null), 0)::bigint as checks,
        coalesce(sum(t.amount_cents) filter (where v.payment_id is not null), 0)::bigint as voided
      from patient_payment t left join payment_void v using (organization_id, payment_id)
      where t.organization_id = ${organizationId} and t.method in ('cash', 'check')
        and t.received_on between ${from} and ${to}
      group by t.received_on
    ), refunded as (
      select refunded_on as day, sum(amount_cents)::bigint as cash from refund
      where organization_id = ${organizationId} and method = 'cash' and refunded_on between ${from} and ${to}
      group by refunded_on
    ), bank as (
      select distinct on (d.deposit_on) d.deposit_on as day, d.bank_cents, d.note, u.name
      from deposit d join app_user u on (u.organization_id, u.user_id) = (d.organization_id, d.entered_by)
      where d.organization_id = ${organizationId} and d.deposit_on between ${from} and ${to}
      order by d.deposit_on, d.entered_at desc, d.deposit_id desc
    )
    select day, (coalesce(r.cash, 0) - coalesce(f.cash, 0))::bigint as "cashCents",
      coalesce(r.checks, 0)::bigint as "checkCents", coalesce(r.voided, 0)::bigint as "voidedCents",
      b.bank_cents as "bankCents",
      (b.bank_cents - coalesce(r.cash, 0) + coalesce(f.cash, 0) - coalesce(r.checks, 0))::bigint as "differenceCents",
      b.name as "enteredBy", b.note
    from recorded r full join refunded f using (day) full join bank b using (day)
    order by day desc`.execute(db);
  return rows;
}

/** Enters what the bank says of a day. The last word holds; earlier ones stay. */
export async function enterDeposit(
  unit: Work,
  { day, bankCents, note }: BodyOf<typeof routes.enterDeposit>,
): Promise<string> {
  if (day > unit.today) throw new AppError('deposit.in-future', {}, 'day');
  const id = newId();
  await unit.db
    .insertInto('deposit')
    .values({
      organization_id: unit.organizationId,
      deposit_id: id,
      deposit_on: day,
      bank_cents: bankCents as Cents,
      note: note ?? null,
      entered_by: staffId(unit),
      entered_at: unit.now,
    })
    .execute();
  unit.audit('deposit.enter', { kind: 'deposit', id, detail: { day } });
  return id;
}

/** The first of so many days that end today. */
export function firstDay(today: IsoDate, days: number): IsoDate {
  return addDays(today, 1 - days);
}
