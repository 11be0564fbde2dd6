import { type BodyOf, type routes, voidReasonNames } from '@superbill/contract';
import { reversePosting } from '@superbill/engines/ledger';
import { formatDate, formatMoney } from '@superbill/engines/model';
import type { ControlledAct } from '../controls/act.ts';
import { requestApproval } from '../controls/request-approval.ts';
import { areBound } from '../controls/settings.ts';
import { moveTo } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { loadEntries, storePosting } from '../ledger/store.ts';
import { loadSummary } from '../patients/store.ts';
import { staffId, type Work } from '../work.ts';
import type { Allowed, Outcome } from './write-off.ts';

type Void = Extract<ControlledAct, { kind: 'void-payment' }>;

const words = { cash: 'in cash', check: 'by check', card: 'by card' } as const;

/** Takes back a payment that was recorded wrongly; a person who is bound asks for the countersign. */
export async function voidPayment(
  unit: Work,
  paymentId: string,
  { reason, note }: BodyOf<typeof routes.voidPayment>,
): Promise<Outcome> {
  const act: Void = { kind: 'void-payment', paymentId, reason };
  const { payment } = await checkVoid(unit, act);
  const by = staffId(unit);
  if (!(await areBound(unit, [by, payment.recorded_by]))) {
    await bookVoid(unit, act, { approvalId: null, by, note: note ?? null });
    return { id: paymentId, state: 'posted' };
  }
  const method = words[payment.method as keyof typeof words];
  const received = `${formatMoney(payment.amount_cents)} ${method} of ${formatDate(payment.received_on)}`;
  const id = await requestApproval(unit, {
    act,
    subjectId: paymentId,
    patientId: payment.patient_id,
    amount: payment.amount_cents,
    facts: {
      what: `Take back the payment of ${received}; the patient owes it again.`,
      why: voidReasonNames[reason],
      thread: `${payment.name} recorded it on ${formatDate(payment.received_on)}. Look whether the money is in that day's deposit.`,
      change: null,
    },
    note,
    actedBy: [payment.recorded_by],
  });
  return { id, state: 'waiting' };
}

/** Reverses a payment's posting; its visits wait for the patient again. */
export async function bookVoid(
  unit: Work,
  act: Void,
  { approvalId, by, note }: Allowed,
): Promise<{ id: string; postingId: string }> {
  const { db, organizationId } = unit;
  const { payment, original } = await checkVoid(unit, act);
  const { paymentId, reason } = act;
  const [first] = original;
  if (!first) throw new Error('a payment has no posting');
  const posting = reversePosting(
    { kind: 'patient-payment', date: unit.today, entries: original },
    unit.today,
  );
  const postingId = await storePosting(unit, posting, `Payment taken back: ${voidReasonNames[reason]}`, {
    reversesId: first.postingId,
  });
  if (postingId === undefined) throw new Error('a reversal posted nothing');
  await db
    .insertInto('payment_void')
    .values({
      organization_id: organizationId,
      payment_id: paymentId,
      reason,
      note,
      approval_id: approvalId,
      posting_id: postingId,
      voided_by: by,
      voided_on: unit.today,
      voided_at: unit.now,
    })
    .execute();
  await reopenVisits(
    unit,
    original.flatMap(({ cause }) => cause.chargeId ?? []),
  );
  unit.audit('payment.void', {
    kind: 'payment',
    id: paymentId,
    patientId: payment.patient_id,
    detail: { reason },
  });
  return { id: paymentId, postingId };
}

async function checkVoid(unit: Work, { paymentId }: Void) {
  const { db, organizationId } = unit;
  const found = db
    .selectFrom('patient_payment as t')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 't.organization_id').onRef('u.user_id', '=', 't.recorded_by'),
    )
    .selectAll('t')
    .select('u.name')
    .where('t.organization_id', '=', organizationId)
    .where('t.payment_id', '=', paymentId);
  const payment = await found.executeTakeFirst();
  if (!payment) throw new AppError('payment.not-found', { paymentId });
  await loadSummary(unit, payment.patient_id, 'lock');
  const voided = await db
    .selectFrom('payment_void')
    .select('payment_id')
    .where('organization_id', '=', organizationId)
    .where('payment_id', '=', paymentId)
    .executeTakeFirst();
  if (voided) throw new AppError('payment.voided', { paymentId });
  const entries = (await loadEntries(unit, { patientId: payment.patient_id })).filter(
    ({ cause }) => cause.paymentId === paymentId,
  );
  const original = entries.filter(({ kind }) => kind === 'patient-payment');
  if (original.length !== entries.length) throw new AppError('payment.used-since', { paymentId });
  return { payment, original };
}

async function reopenVisits(unit: Work, chargeIds: string[]): Promise<void> {
  if (chargeIds.length === 0) return;
  const rows = await unit.db
    .selectFrom('charge as c')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .select('e.encounter_id')
    .distinct()
    .where('c.organization_id', '=', unit.organizationId)
    .where('c.charge_id', 'in', chargeIds)
    .where('e.queue', '=', 'closed')
    .execute();
  for (const { encounter_id: id } of rows) await moveTo(unit, id, 'patient', 'A payment was taken back.');
}
