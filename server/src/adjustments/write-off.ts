import { type BodyOf, reasonsFor, type routes, writeOffReasonNames } from '@superbill/contract';
import { balanceOf, postWriteOff } from '@superbill/engines/ledger';
import { type Cents, cents, formatDate, formatMoney, sum } from '@superbill/engines/model';
import { sql } from 'kysely';
import type { ControlledAct } from '../controls/act.ts';
import { requestApproval } from '../controls/request-approval.ts';
import { areBound, loadControls } from '../controls/settings.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { loadEntries, type StoredEntry, storePosting } from '../ledger/store.ts';
import { loadSummary } from '../patients/store.ts';
import { staffId, type Work } from '../work.ts';
import { closeSettledVisits } from './settled-visits.ts';

type WriteOff = Extract<ControlledAct, { kind: 'write-off' }>;

/** How an act was allowed, and what its author said about it. */
export interface Allowed {
  approvalId: string | null;
  /** Who asked for it; with a countersign, not the one who books it. */
  by: string;
  note: string | null;
}

export interface Outcome {
  id: string;
  state: 'posted' | 'waiting';
}

/** Gives up what is open on a charge; a person who is bound, beyond the day's limit, asks for the countersign. */
export async function writeOffCharge(
  unit: Work,
  chargeId: string,
  { owedBy, amountCents, reason, note }: BodyOf<typeof routes.writeOffCharge>,
): Promise<Outcome> {
  const act: WriteOff = { kind: 'write-off', chargeId, owedBy, amountCents, reason };
  const { charge, entries } = await checkWriteOff(unit, act);
  if (await withinLimit(unit, amountCents)) {
    const by = staffId(unit);
    const { id } = await bookWriteOff(unit, act, { approvalId: null, by, note: note ?? null });
    return { id, state: 'posted' };
  }
  const id = await requestApproval(unit, {
    act,
    subjectId: chargeId,
    patientId: charge.patient_id,
    amount: amountCents,
    facts: {
      what: `Give up ${formatMoney(amountCents)} that ${owedBy === 'patient' ? 'the patient owes' : 'an insurer denied'} for ${charge.wording} of ${formatDate(charge.service_date)}.`,
      why: writeOffReasonNames[reason],
      thread: threadOf(entries, charge.charge_cents),
      change: null,
    },
    note,
  });
  return { id, state: 'waiting' };
}

/** Books a write-off after checking again that so much is open. */
export async function bookWriteOff(
  unit: Work,
  act: WriteOff,
  { approvalId, by, note }: Allowed,
): Promise<{ id: string; postingId: string }> {
  const { charge } = await checkWriteOff(unit, act);
  const { chargeId, owedBy, amountCents, reason } = act;
  const { patient_id: patientId } = charge;
  const posting = postWriteOff(
    { chargeId, patientId, date: unit.today, amount: amountCents },
    owedBy === 'patient' ? 'patient-receivable' : 'insurance-denied',
  );
  const postingId = await storePosting(unit, posting, `Written off: ${writeOffReasonNames[reason]}`);
  if (postingId === undefined) throw new Error('a write-off posted nothing');
  const id = newId();
  await unit.db
    .insertInto('write_off')
    .values({
      organization_id: unit.organizationId,
      write_off_id: id,
      charge_id: chargeId,
      patient_id: patientId,
      amount_cents: amountCents,
      owed_by: owedBy,
      reason,
      note,
      approval_id: approvalId,
      posting_id: postingId,
      written_by: by,
      written_on: unit.today,
      written_at: unit.now,
    })
    .execute();
  await closeSettledVisits(unit, patientId);
  unit.audit('write-off.post', { kind: 'charge', id: chargeId, patientId, detail: { reason } });
  return { id, postingId };
}

/** Locks the patient's money and refuses what is more than is open, or a reason that does not fit. */
async function checkWriteOff(unit: Work, { chargeId, owedBy, amountCents, reason }: WriteOff) {
  const charge = await unit.db
    .selectFrom('charge as c')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .select(['e.patient_id', 'c.wording', 'c.service_date', 'c.charge_cents'])
    .where('c.organization_id', '=', unit.organizationId)
    .where('c.charge_id', '=', chargeId)
    .executeTakeFirst();
  if (!charge) throw new AppError('charge.not-found', { chargeId });
  if (!reasonsFor[owedBy].includes(reason))
    throw new AppError('write-off.reason-unfit', { reason }, 'reason');
  await loadSummary(unit, charge.patient_id, 'lock');
  const entries = await loadEntries(unit, { chargeId });
  const open = balanceOf(entries, owedBy === 'patient' ? 'patient-receivable' : 'insurance-denied');
  if (amountCents <= 0 || amountCents > open)
    throw new AppError('write-off.too-much', { chargeId }, 'amountCents');
  return { charge, entries };
}

/** Whether the one who asks is not bound, or stays within what may be written off in a day. */
async function withinLimit(unit: Work, amount: Cents): Promise<boolean> {
  const userId = staffId(unit);
  if (!(await areBound(unit, [userId]))) return true;
  const { writeOffLimitCents } = await loadControls(unit);
  if (amount > writeOffLimitCents) return false;
  // Two at once would each see the other's part missing: the day of a person is counted one at a time.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`write-off ${unit.organizationId} ${userId}`}, 0))`.execute(
    unit.db,
  );
  const rows = await unit.db
    .selectFrom('write_off')
    .select('amount_cents')
    .where('organization_id', '=', unit.organizationId)
    .where('written_on', '=', unit.today)
    .where('written_by', '=', userId)
    .where('approval_id', 'is', null)
    .execute();
  return sum([amount, ...rows.map((row) => row.amount_cents)]) <= writeOffLimitCents;
}

/** How a charge came to what is open on it, in one sentence without a diagnosis. */
function threadOf(entries: readonly StoredEntry[], price: Cents): string {
  const on = (...names: Parameters<typeof balanceOf>[1][]) =>
    sum(names.map((name) => balanceOf(entries, name)));
  const paid = cents(-balanceOf(entries, 'patient-receivable', ({ paymentId }) => paymentId !== undefined));
  const parts = (
    [
      [on('cash-payer'), 'was paid by insurance'],
      [on('contractual-adjustments', 'self-pay-discounts', 'write-offs'), 'was taken off'],
      [paid, 'was paid by the patient'],
      [on('patient-receivable'), 'is open with the patient'],
      [on('insurance-denied'), 'was denied'],
    ] as const
  ).flatMap(([amount, what]) => (amount === 0 ? [] : [`${formatMoney(amount)} ${what}`]));
  return `Of the price of ${formatMoney(price)}: ${parts.join(', ')}.`;
}
