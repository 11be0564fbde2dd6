import { type Cents, cents, type IsoDate, sum } from '../model/index.ts';
import type { CreditSource } from './credit.ts';
import { type Entry, makePosting, type Posting } from './posting.ts';

/** A charge on which the patient owes something, oldest first. */
export interface OpenCharge {
  chargeId: string;
  owed: Cents;
}

export interface PatientMoney {
  patientId: string;
  paymentId: string;
  date: IsoDate;
  amount: Cents;
}

/** Applies a patient's payment to open charges in the order given; what is left becomes the patient's credit. */
export function postPatientPayment(payment: PatientMoney, open: readonly OpenCharge[]): Posting {
  const { applied, left } = apply(payment, open);
  const { patientId, paymentId } = payment;
  return makePosting('patient-payment', payment.date, [
    ...applied.flatMap((entry): Entry[] => [
      { account: 'cash-patient', amount: cents(-entry.amount), cause: entry.cause },
      entry,
    ]),
    { account: 'cash-patient', amount: left, cause: { patientId, paymentId } },
    { account: 'patient-credit', amount: cents(-left), cause: { patientId, paymentId } },
  ]);
}

/** Uses a patient's credit, such as a copay collected at the desk, for charges that are now owed. */
export function postCreditUse(credit: PatientMoney, open: readonly OpenCharge[]): Posting {
  const { applied } = apply(credit, open);
  return makePosting(
    'patient-credit',
    credit.date,
    applied.flatMap((entry): Entry[] => [
      { account: 'patient-credit', amount: cents(-entry.amount), cause: entry.cause },
      entry,
    ]),
  );
}

/** Makes a credit of what a patient paid beyond what a charge finally cost, so that it shows as owed to them. */
export function postOverpayment(
  { patientId, paymentId, date, amount }: PatientMoney,
  chargeId: string,
): Posting {
  const cause = { patientId, paymentId, chargeId };
  return makePosting('patient-credit', date, [
    { account: 'patient-receivable', amount, cause },
    { account: 'patient-credit', amount: cents(-amount), cause },
  ]);
}

/**
 * Pays a credit back. The credit's side says from which payments it came; the money's side names none, because a
 * payment that was received stays received.
 */
export function postRefund(
  { patientId, date }: Pick<PatientMoney, 'patientId' | 'date'>,
  from: readonly CreditSource[],
): Posting {
  if (from.some(({ amount }) => amount <= 0)) throw new RangeError('a refund is positive');
  return makePosting('refund', date, [
    ...from.map(
      ({ paymentId, amount }): Entry => ({
        account: 'patient-credit',
        amount,
        cause: { patientId, ...(paymentId === undefined ? {} : { paymentId }) },
      }),
    ),
    {
      account: 'cash-patient',
      amount: cents(-sum(from.map(({ amount }) => amount))),
      cause: { patientId },
    },
  ]);
}

function apply({ patientId, paymentId, amount }: PatientMoney, open: readonly OpenCharge[]) {
  if (amount <= 0) throw new RangeError('a payment is positive');
  let left: number = amount;
  const applied: Entry[] = [];
  for (const { chargeId, owed } of open) {
    const part = Math.min(left, Math.max(owed, 0));
    if (part === 0) continue;
    left -= part;
    applied.push({
      account: 'patient-receivable',
      amount: cents(-part),
      cause: { patientId, paymentId, chargeId },
    });
  }
  return { applied, left: cents(left) };
}
