import { z } from 'zod';
import { define } from './define.ts';
import { done, id, line, positiveCents } from './shapes.ts';

/**
 * Why an amount is given up. A courtesy is none of them: waiving a patient's share as a habit is an inducement
 * (42 USC 1320a-7a(i)(6)), and hardship is charity.
 */
export const writeOffReasons = [
  'small-balance',
  'charity',
  'bad-debt',
  'timely-filing',
  'denial-accepted',
] as const;
export type WriteOffReason = (typeof writeOffReasons)[number];

export const writeOffReasonNames: Record<WriteOffReason, string> = {
  'small-balance': 'Small balance, not worth a bill',
  charity: 'Charity: the patient cannot pay',
  'bad-debt': 'Bad debt: billed and not paid',
  'timely-filing': 'Sent too late to the insurer',
  'denial-accepted': 'The denial is right and nobody else owes it',
};

/** Whose debt a reason gives up: a late claim is never the patient's (it is the practice's own fault). */
export const reasonsFor: Record<'patient' | 'insurance', readonly WriteOffReason[]> = {
  patient: ['small-balance', 'charity', 'bad-debt'],
  insurance: ['timely-filing', 'denial-accepted', 'small-balance'],
};

export const voidReasons = ['entered-twice', 'wrong-patient', 'wrong-amount', 'check-returned'] as const;
export type VoidReason = (typeof voidReasons)[number];

export const voidReasonNames: Record<VoidReason, string> = {
  'entered-twice': 'Entered twice',
  'wrong-patient': 'Belongs to another patient',
  'wrong-amount': 'Wrong amount',
  'check-returned': 'The bank returned the check',
};

export const refundMethods = ['check', 'card', 'cash'] as const;
export type RefundMethod = (typeof refundMethods)[number];

/** What came of asking: it is booked, or it waits for a countersign and nothing is booked. */
const outcome = z.strictObject({ id, state: z.enum(['posted', 'waiting']) });

const note = line(500).optional();

export const adjustmentRoutes = {
  writeOffCharge: define({
    method: 'POST',
    path: '/api/charges/:chargeId/write-offs',
    access: { staff: 'adjustment.write' },
    summary: 'Gives up what is open on a charge, or asks for the countersign to do so.',
    params: z.strictObject({ chargeId: id }),
    body: z.strictObject({
      owedBy: z.enum(['patient', 'insurance']),
      amountCents: positiveCents,
      reason: z.enum(writeOffReasons),
      note,
    }),
    response: outcome,
  }),
  refundCredit: define({
    method: 'POST',
    path: '/api/patients/:patientId/refunds',
    access: { staff: 'refund.write' },
    summary: 'Pays a credit back, never more than it is, or asks for the countersign to do so.',
    params: z.strictObject({ patientId: id }),
    body: z.strictObject({
      amountCents: positiveCents,
      method: z.enum(refundMethods),
      /** Somebody else than the patient, such as the parent who paid; without it the patient is paid. */
      payeeName: line(120).optional(),
      note,
    }),
    response: outcome,
  }),
  voidPayment: define({
    method: 'POST',
    path: '/api/payments/:paymentId/void',
    access: { staff: 'adjustment.write' },
    summary: 'Takes back a payment that was recorded wrongly, or asks for the countersign to do so.',
    params: z.strictObject({ paymentId: id }),
    body: z.strictObject({ reason: z.enum(voidReasons), note }),
    response: outcome,
  }),
  useCredit: define({
    method: 'POST',
    path: '/api/patients/:patientId/credit-use',
    access: { staff: 'payment.write' },
    summary: "Uses a patient's credit for what the patient owes, oldest service first.",
    params: z.strictObject({ patientId: id }),
    response: done,
  }),
};
