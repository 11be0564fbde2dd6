import type { BodyOf, routes } from '@superbill/contract';
import { postPatientPayment } from '@superbill/engines/ledger';
import { sum } from '@superbill/engines/model';
import { moveTo } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { loadSummary } from '../patients/store.ts';
import { staffId, type Work } from '../work.ts';
import { loadOpenCharges, loadSettledVisits, storePosting } from './store.ts';

const methods = { cash: 'in cash', check: 'by check', card: 'by card' } as const;

/**
 * Records money received from a patient, today or on an earlier day, and applies it to what is owed, oldest service
 * first. The books take it in today: a day that is past does not change. More than the patient owes is refused: it is
 * a typing mistake more often than a gift. A visit that is settled by it is done.
 */
export async function recordPayment(
  unit: Work,
  patientId: string,
  { amountCents, method, reference, receivedOn = unit.today }: BodyOf<typeof routes.recordPayment>,
): Promise<string> {
  if (receivedOn > unit.today) throw new AppError('payment.in-future', { patientId }, 'receivedOn');
  await loadSummary(unit, patientId, 'lock');
  const open = await loadOpenCharges(unit, patientId);
  if (amountCents > sum(open.map(({ owed }) => owed)))
    throw new AppError('payment.too-much', { patientId }, 'amountCents');

  const paymentId = newId();
  await unit.db
    .insertInto('patient_payment')
    .values({
      organization_id: unit.organizationId,
      payment_id: paymentId,
      patient_id: patientId,
      amount_cents: amountCents,
      method,
      reference: reference ?? null,
      received_on: receivedOn,
      recorded_on: unit.today,
      recorded_by: staffId(unit),
    })
    .execute();
  const posting = postPatientPayment({ patientId, paymentId, date: unit.today, amount: amountCents }, open);
  await storePosting(unit, posting, `Paid by the patient ${methods[method]}`);
  for (const encounterId of await loadSettledVisits(unit, patientId))
    await moveTo(unit, encounterId, 'closed');
  unit.audit('payment.record', { kind: 'payment', id: paymentId, patientId });
  return paymentId;
}
