import type { BodyOf, routes } from '@superbill/contract';
import {
  creditSources,
  overpayments,
  postOverpayment,
  postRefund,
  takeCredit,
} from '@superbill/engines/ledger';
import { formatMoney, sum } from '@superbill/engines/model';
import type { ControlledAct } from '../controls/act.ts';
import { requestApproval } from '../controls/request-approval.ts';
import { areBound } from '../controls/settings.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { loadEntries, storePosting } from '../ledger/store.ts';
import { loadSummary } from '../patients/store.ts';
import { staffId, type Work } from '../work.ts';
import type { Allowed, Outcome } from './write-off.ts';

type Refund = Extract<ControlledAct, { kind: 'refund' }>;

const byMethod = { check: 'by check', card: 'to the card', cash: 'in cash' } as const;

/** Pays a credit back, never more than it is; a person who is bound asks for the countersign, whatever the amount. */
export async function refundCredit(
  unit: Work,
  patientId: string,
  { amountCents, method, payeeName, note }: BodyOf<typeof routes.refundCredit>,
): Promise<Outcome> {
  const act: Refund = { kind: 'refund', patientId, amountCents, method, payeeName: payeeName ?? null };
  const { credit, paidBy } = await checkRefund(unit, act);
  if (!(await areBound(unit, [staffId(unit)]))) {
    const by = staffId(unit);
    const { id } = await bookRefund(unit, act, { approvalId: null, by, note: note ?? null });
    return { id, state: 'posted' };
  }
  const payee = payeeName === undefined ? 'the patient' : `${payeeName}, who is not the patient`;
  const id = await requestApproval(unit, {
    act,
    subjectId: patientId,
    patientId,
    amount: amountCents,
    facts: {
      what: `Pay ${formatMoney(amountCents)} back to ${payee} ${byMethod[method]}.`,
      why: 'The patient has a credit.',
      thread: `The credit is ${formatMoney(credit)}, from money that was paid ${paidBy}.`,
      change: null,
    },
    note,
  });
  return { id, state: 'waiting' };
}

/** Books a refund after checking again that the credit holds it; overpaid charges become credit first. */
export async function bookRefund(
  unit: Work,
  act: Refund,
  { approvalId, by, note }: Allowed,
): Promise<{ id: string; postingId: string }> {
  const { patient } = await checkRefund(unit, act);
  const { patientId, amountCents, method, payeeName } = act;
  await gatherCredit(unit, patientId);
  const sources = creditSources(await loadEntries(unit, { patientId }));
  const posting = postRefund({ patientId, date: unit.today }, takeCredit(sources, amountCents));
  const postingId = await storePosting(unit, posting, `Paid back ${byMethod[method]}`);
  if (postingId === undefined) throw new Error('a refund posted nothing');
  const id = newId();
  await unit.db
    .insertInto('refund')
    .values({
      organization_id: unit.organizationId,
      refund_id: id,
      patient_id: patientId,
      amount_cents: amountCents,
      payee: payeeName === null ? 'patient' : 'other',
      payee_name: payeeName ?? `${patient.firstName} ${patient.lastName}`,
      method,
      note,
      approval_id: approvalId,
      posting_id: postingId,
      refunded_by: by,
      refunded_on: unit.today,
      refunded_at: unit.now,
    })
    .execute();
  unit.audit('refund.post', { kind: 'refund', id, patientId, detail: { method } });
  return { id, postingId };
}

async function checkRefund(unit: Work, { patientId, amountCents, method }: Refund) {
  const patient = await loadSummary(unit, patientId, 'lock');
  const entries = await loadEntries(unit, { patientId });
  const sources = [...creditSources(entries), ...overpayments(entries)];
  const credit = sum(sources.map(({ amount }) => amount));
  if (amountCents <= 0 || amountCents > credit)
    throw new AppError('refund.too-much', { patientId }, 'amountCents');
  const ids = sources.flatMap(({ paymentId }) => paymentId ?? []);
  const methods = await methodsOf(unit, ids);
  if (method === 'card' && !methods.includes('card'))
    throw new AppError('refund.not-by-card', { patientId }, 'method');
  const names = methods.map(
    (each) => ({ cash: 'in cash', check: 'by check', card: 'by card' })[each] ?? each,
  );
  return { patient, credit, paidBy: names.join(' and ') || 'before' };
}

async function methodsOf({ db, organizationId }: Work, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('patient_payment')
    .select('method')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('payment_id', 'in', ids)
    .orderBy('method')
    .execute();
  return rows.map((row) => row.method as 'cash' | 'check' | 'card');
}

/** Makes a credit of what stands on charges beyond their cost. */
export async function gatherCredit(unit: Work, patientId: string): Promise<void> {
  for (const { chargeId, paymentId, amount } of overpayments(await loadEntries(unit, { patientId }))) {
    const posting = postOverpayment({ patientId, paymentId, date: unit.today, amount }, chargeId);
    await storePosting(unit, posting, 'Paid beyond the cost of the service');
  }
}
