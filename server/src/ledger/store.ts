import {
  type Account,
  type Cause,
  type Entry,
  type OpenCharge,
  type Posting,
  postCharge,
  reversePosting,
} from '@superbill/engines/ledger';
import type { Adjustment, Cents, IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';

/** Stores a posting whole; the database refuses it when it does not sum to zero. Nothing is stored of an empty one. */
export async function storePosting(
  unit: Work,
  posting: Posting,
  memo: string,
  links: { remitId?: string; reversesId?: string } = {},
): Promise<string | undefined> {
  if (posting.entries.length === 0) return undefined;
  const { db, organizationId } = unit;
  const postingId = newId();
  await db
    .insertInto('posting')
    .values({
      organization_id: organizationId,
      posting_id: postingId,
      kind: posting.kind,
      posted_on: posting.date,
      memo,
      remit_id: links.remitId ?? null,
      reverses_id: links.reversesId ?? null,
      posted_by: unit.userId,
      posted_at: unit.now,
    })
    .execute();
  await db
    .insertInto('ledger_entry')
    .values(
      posting.entries.map(({ account, amount, cause }, index) => ({
        organization_id: organizationId,
        posting_id: postingId,
        ordinal: index + 1,
        account,
        amount_cents: amount,
        patient_id: cause.patientId ?? null,
        charge_id: cause.chargeId ?? null,
        claim_id: cause.claimId ?? null,
        claim_line_id: cause.claimLineId ?? null,
        remit_claim_id: cause.remitClaimId ?? null,
        remit_line_id: cause.remitLineId ?? null,
        payment_id: cause.paymentId ?? null,
        adjustment: cause.adjustment ? JSON.stringify(cause.adjustment) : null,
        provider_adjustment: cause.providerAdjustment ? JSON.stringify(cause.providerAdjustment) : null,
      })),
    )
    .execute();
  return postingId;
}

/** An entry as stored, with the posting it belongs to. */
export interface StoredEntry extends Entry {
  postingId: string;
  ordinal: number;
  kind: Posting['kind'];
  postedOn: IsoDate;
  memo: string;
}

/** A patient's entries, or one charge's, oldest first. */
export async function loadEntries(
  { db, organizationId }: Work,
  of: { patientId: string } | { chargeId: string },
): Promise<StoredEntry[]> {
  const rows = await db
    .selectFrom('ledger_entry as e')
    .innerJoin('posting as p', (join) =>
      join.onRef('p.organization_id', '=', 'e.organization_id').onRef('p.posting_id', '=', 'e.posting_id'),
    )
    .selectAll('e')
    .select(['p.kind', 'p.posted_on', 'p.memo'])
    .where('e.organization_id', '=', organizationId)
    .where((is) =>
      'chargeId' in of ? is('e.charge_id', '=', of.chargeId) : is('e.patient_id', '=', of.patientId),
    )
    .orderBy('p.posted_at')
    .orderBy('e.posting_id')
    .orderBy('e.ordinal')
    .execute();
  return rows.map((row) => ({
    postingId: row.posting_id,
    ordinal: row.ordinal,
    kind: row.kind as Posting['kind'],
    postedOn: row.posted_on,
    memo: row.memo,
    account: row.account as Account,
    amount: row.amount_cents,
    cause: toCause(row),
  }));
}

function toCause(row: {
  patient_id: string | null;
  charge_id: string | null;
  claim_id: string | null;
  claim_line_id: string | null;
  remit_claim_id: string | null;
  remit_line_id: string | null;
  payment_id: string | null;
  adjustment: unknown;
  provider_adjustment: unknown;
}): Cause {
  return {
    ...(row.patient_id && { patientId: row.patient_id }),
    ...(row.charge_id && { chargeId: row.charge_id }),
    ...(row.claim_id && { claimId: row.claim_id }),
    ...(row.claim_line_id && { claimLineId: row.claim_line_id }),
    ...(row.remit_claim_id && { remitClaimId: row.remit_claim_id }),
    ...(row.remit_line_id && { remitLineId: row.remit_line_id }),
    ...(row.payment_id && { paymentId: row.payment_id }),
    ...(row.adjustment ? { adjustment: row.adjustment as Pick<Adjustment, 'group' | 'reason'> } : {}),
    ...(row.provider_adjustment ? { providerAdjustment: row.provider_adjustment as { reason: string } } : {}),
  };
}

/** A charge as the ledger books it. */
export interface BookableCharge {
  chargeId: string;
  patientId: string;
  amount: Cents;
}

/** Books charges at their full price when they are billed for the first time; booked ones are left alone. */
export async function bookCharges(
  unit: Work,
  charges: readonly BookableCharge[],
  bill: 'insurance' | 'patient',
): Promise<void> {
  for (const { chargeId, patientId, amount } of charges) {
    if (await liveBooking(unit, chargeId)) continue;
    const posting = postCharge({ chargeId, patientId, date: unit.today, amount, bill });
    await storePosting(unit, posting, bill === 'insurance' ? 'Billed to insurance' : 'Billed to the patient');
  }
}

/** Takes the booking of a charge back, so that the charge may be corrected: its claim never reached adjudication. */
export async function unbookCharge(unit: Work, chargeId: string): Promise<void> {
  const booking = await liveBooking(unit, chargeId);
  if (!booking) return;
  const entries = (await loadEntries(unit, { chargeId })).filter((entry) => entry.postingId === booking);
  const original: Posting = { kind: 'charge', date: unit.today, entries };
  await storePosting(unit, reversePosting(original, unit.today), 'Taken back to correct the charge', {
    reversesId: booking,
  });
}

/** The posting under which a charge stands in the books, if it does. */
async function liveBooking({ db, organizationId }: Work, chargeId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('posting as p')
    .innerJoin('ledger_entry as e', (join) =>
      join.onRef('e.organization_id', '=', 'p.organization_id').onRef('e.posting_id', '=', 'p.posting_id'),
    )
    .leftJoin('posting as r', (join) =>
      join.onRef('r.organization_id', '=', 'p.organization_id').onRef('r.reverses_id', '=', 'p.posting_id'),
    )
    .select('p.posting_id')
    .where('p.organization_id', '=', organizationId)
    .where('p.kind', '=', 'charge')
    .where('e.charge_id', '=', chargeId)
    .where('r.posting_id', 'is', null)
    .executeTakeFirst();
  return row?.posting_id;
}

/** Charges on which a patient owes something (or has a credit, negative), oldest service first. */
export async function loadOpenCharges(
  { db, organizationId }: Work,
  patientId: string,
): Promise<OpenCharge[]> {
  const rows = await db
    .selectFrom('ledger_entry as e')
    .innerJoin('charge as c', (join) =>
      join.onRef('c.organization_id', '=', 'e.organization_id').onRef('c.charge_id', '=', 'e.charge_id'),
    )
    .select(['c.charge_id', sql<Cents>`sum(e.amount_cents)::bigint`.as('owed')])
    .where('e.organization_id', '=', organizationId)
    .where('e.patient_id', '=', patientId)
    .where('e.account', '=', 'patient-receivable')
    .groupBy(['c.organization_id', 'c.charge_id'])
    .having((is) => is.fn.sum('e.amount_cents'), '<>', 0)
    .orderBy('c.service_date')
    .orderBy('c.entered_at')
    .orderBy('c.charge_id')
    .execute();
  return rows.map((row) => ({ chargeId: row.charge_id, owed: row.owed }));
}

/** What the services in a patient's books are called, oldest service first. */
export async function loadBookedCharges({ db, organizationId }: Work, patientId: string) {
  const rows = await db
    .selectFrom('charge as c')
    .select(['c.charge_id', 'c.service_date', 'c.procedure', 'c.wording'])
    .where('c.organization_id', '=', organizationId)
    .where(
      sql<boolean>`exists (select from ledger_entry l
        where (l.organization_id, l.charge_id) = (c.organization_id, c.charge_id)
          and l.patient_id = ${patientId})`,
    )
    .orderBy('c.service_date')
    .orderBy('c.charge_id')
    .execute();
  return rows.map(({ charge_id: id, service_date: serviceDate, procedure, wording }) => ({
    id,
    serviceDate,
    procedure,
    wording,
  }));
}

/** What a patient paid, the newest first. */
export async function loadPayments({ db, organizationId }: Work, patientId: string) {
  const rows = await db
    .selectFrom('patient_payment as t')
    .leftJoin('payment_void as v', (join) =>
      join.onRef('v.organization_id', '=', 't.organization_id').onRef('v.payment_id', '=', 't.payment_id'),
    )
    .select(['t.payment_id', 't.received_on', 't.amount_cents', 't.method', 't.reference'])
    .select('v.payment_id as voided')
    .where('t.organization_id', '=', organizationId)
    .where('t.patient_id', '=', patientId)
    .orderBy('t.received_on', 'desc')
    .orderBy('t.payment_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.payment_id,
    receivedOn: row.received_on,
    amountCents: row.amount_cents,
    method: row.method as 'cash' | 'check' | 'card',
    reference: row.reference,
    voided: row.voided !== null,
  }));
}

/** A patient's visits that wait for the patient although nothing is open on any of their charges. */
export async function loadSettledVisits({ db, organizationId }: Work, patientId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('encounter as e')
    .select('e.encounter_id')
    .where('e.organization_id', '=', organizationId)
    .where('e.patient_id', '=', patientId)
    .where('e.queue', '=', 'patient')
    .where(
      sql<boolean>`not exists (select from charge c
        join ledger_entry l on (l.organization_id, l.charge_id) = (c.organization_id, c.charge_id)
        where (c.organization_id, c.encounter_id) = (e.organization_id, e.encounter_id)
          and l.account in ('patient-receivable', 'insurance-receivable', 'insurance-denied')
        group by l.charge_id, l.account having sum(l.amount_cents) <> 0)`,
    )
    .execute();
  return rows.map((row) => row.encounter_id);
}
