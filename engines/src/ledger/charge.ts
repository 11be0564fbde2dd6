import { type Cents, cents, type IsoDate } from '../model/index.ts';
import { makePosting, type Posting } from './posting.ts';

export interface ChargeToPost {
  chargeId: string;
  patientId: string;
  date: IsoDate;
  amount: Cents;
  /** Who is asked to pay first: an insurer, or the patient when there is no coverage. */
  bill: 'insurance' | 'patient';
}

/** Books a service at its full price. */
export function postCharge({ chargeId, patientId, date, amount, bill }: ChargeToPost): Posting {
  const cause = { chargeId, patientId };
  return makePosting('charge', date, [
    { account: bill === 'insurance' ? 'insurance-receivable' : 'patient-receivable', amount, cause },
    { account: 'revenue', amount: cents(-amount), cause },
  ]);
}

export interface ReductionToPost {
  chargeId: string;
  patientId: string;
  date: IsoDate;
  amount: Cents;
}

/** Takes the practice's self-pay discount off what a patient owes for one charge. */
export function postDiscount({ chargeId, patientId, date, amount }: ReductionToPost): Posting {
  const cause = { chargeId, patientId };
  return makePosting('discount', date, [
    { account: 'self-pay-discounts', amount, cause },
    { account: 'patient-receivable', amount: cents(-amount), cause },
  ]);
}

/** Gives up an amount that was denied or that a patient owes. Approval is the caller's business. */
export function postWriteOff(
  { chargeId, patientId, date, amount }: ReductionToPost,
  from: 'insurance-denied' | 'insurance-receivable' | 'patient-receivable',
): Posting {
  const cause = { chargeId, patientId };
  return makePosting('write-off', date, [
    { account: 'write-offs', amount, cause },
    { account: from, amount: cents(-amount), cause },
  ]);
}
