import type { ServiceFacts } from '@superbill/engines/ledger';
import type { Cents, IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import type { BookableCharge } from '../ledger/store.ts';
import { practitionerName } from '../practice/store.ts';
import type { Work } from '../work.ts';
import { isPreventive } from './preventive.ts';

/** A service with its words in the patient's other language, when the fee schedule has them. */
export interface BilledService extends ServiceFacts {
  whatInSpanish: string | null;
}

/** A patient's services that stand in the books, oldest first. */
export async function loadServices(
  { db, organizationId }: Work,
  patientId: string,
): Promise<BilledService[]> {
  const rows = await db
    .selectFrom('charge as c')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .innerJoin('practitioner as d', (join) =>
      join
        .onRef('d.organization_id', '=', 'e.organization_id')
        .onRef('d.practitioner_id', '=', 'e.practitioner_id'),
    )
    // The booking of the charge that was not taken back.
    .innerJoin('ledger_entry as b', (join) =>
      join
        .onRef('b.organization_id', '=', 'c.organization_id')
        .onRef('b.charge_id', '=', 'c.charge_id')
        .on('b.account', '=', 'revenue'),
    )
    .innerJoin('posting as p', (join) =>
      join
        .onRef('p.organization_id', '=', 'b.organization_id')
        .onRef('p.posting_id', '=', 'b.posting_id')
        .on('p.kind', '=', 'charge'),
    )
    .leftJoin('posting as r', (join) =>
      join.onRef('r.organization_id', '=', 'p.organization_id').onRef('r.reverses_id', '=', 'p.posting_id'),
    )
    .select(['c.charge_id', 'c.procedure', 'c.wording', 'c.wording_es', 'c.units', 'c.charge_cents'])
    .select(['c.service_date', 'p.posted_on', 'd.first_name', 'd.last_name', 'd.credential'])
    .select(
      sql<string | null>`(select y.name from claim_line l
        join claim m on (m.organization_id, m.claim_id) = (l.organization_id, l.claim_id)
        join coverage v on (v.organization_id, v.coverage_id) = (m.organization_id, m.coverage_id)
        join payer y on (y.organization_id, y.payer_id) = (v.organization_id, v.payer_id)
        where (l.organization_id, l.charge_id) = (c.organization_id, c.charge_id)
        order by m.created_at desc, m.claim_id desc limit 1)`.as('payer_name'),
    )
    .where('c.organization_id', '=', organizationId)
    .where('e.patient_id', '=', patientId)
    .where('r.posting_id', 'is', null)
    .orderBy('c.service_date')
    .orderBy('c.entered_at')
    .orderBy('c.charge_id')
    .execute();
  return rows.map((row) => ({
    chargeId: row.charge_id,
    what: counted(row.wording, row.units),
    whatInSpanish: row.wording_es && counted(row.wording_es, row.units),
    by: practitionerName(row),
    date: row.service_date,
    price: row.charge_cents,
    preventive: isPreventive(row.procedure),
    // Booked on the practice's own calendar on the day the claim was sent.
    ...(row.payer_name ? { claim: { payer: row.payer_name, sent: row.posted_on } } : {}),
  }));
}

function counted(wording: string, units: number): string {
  return units === 1 ? wording : `${wording} × ${units}`;
}

/** The amounts a patient saw of a service on the last bill that had it. */
export interface ShownLine {
  chargeId: string;
  discount: Cents;
  insurerPaid: Cents;
  patientPaid: Cents;
  pending: Cents;
  owed: Cents;
}

/** What a patient's last bills said of each charge. */
export async function loadShownLines({ db, organizationId }: Work, patientId: string): Promise<ShownLine[]> {
  const rows = await db
    .selectFrom('statement_line as l')
    .innerJoin('statement as s', (join) =>
      join
        .onRef('s.organization_id', '=', 'l.organization_id')
        .onRef('s.statement_id', '=', 'l.statement_id'),
    )
    .distinctOn('l.charge_id')
    .select(['l.charge_id', 'l.discount_cents', 'l.insurance_paid_cents', 'l.patient_paid_cents'])
    .select(['l.insurance_pending_cents', 'l.owed_cents'])
    .where('l.organization_id', '=', organizationId)
    .where('s.patient_id', '=', patientId)
    .orderBy('l.charge_id')
    .orderBy('s.created_at', 'desc')
    .orderBy('s.number', 'desc')
    .execute();
  return rows.map((row) => ({
    chargeId: row.charge_id,
    discount: row.discount_cents,
    insurerPaid: row.insurance_paid_cents,
    patientPaid: row.patient_paid_cents,
    pending: row.insurance_pending_cents,
    owed: row.owed_cents,
  }));
}

/** A charge that nobody but the patient can be asked for. */
export interface UninsuredCharge extends BookableCharge {
  encounterId: string;
  serviceDate: IsoDate;
}

/**
 * Charges of visits that stand at the biller's desk and have no coverage on the day of service. A visit with
 * a claim on its way is left to that claim.
 */
export async function loadUninsuredCharges(
  { db, organizationId }: Work,
  patientId?: string,
): Promise<UninsuredCharge[]> {
  let rows = db
    .selectFrom('charge as c')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .select(['c.charge_id', 'c.encounter_id', 'c.charge_cents', 'c.service_date', 'e.patient_id'])
    .where('c.organization_id', '=', organizationId)
    .where('c.voided_at', 'is', null)
    .where('e.queue', '=', 'billing')
    .where(
      sql<boolean>`not exists (select from coverage v
        where (v.organization_id, v.patient_id) = (e.organization_id, e.patient_id)
          and e.service_date between v.effective_from and coalesce(v.effective_to, 'infinity'))`,
    )
    .where(
      sql<boolean>`not exists (select from claim m
        where (m.organization_id, m.encounter_id) = (e.organization_id, e.encounter_id)
          and m.state not in ('draft', 'held', 'closed'))`,
    );
  if (patientId !== undefined) rows = rows.where('e.patient_id', '=', patientId);
  const found = await rows.orderBy('c.service_date').orderBy('c.charge_id').execute();
  return found.map((row) => ({
    chargeId: row.charge_id,
    encounterId: row.encounter_id,
    patientId: row.patient_id,
    amount: row.charge_cents,
    serviceDate: row.service_date,
  }));
}
