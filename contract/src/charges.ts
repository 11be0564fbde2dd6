import { z } from 'zod';
import { define } from './define.ts';
import { amountCents, done, id, isoDate, line, nothing, ordinal, rowVersion } from './shapes.ts';

const encounterId = z.strictObject({ encounterId: id });
const procedure = z.string().regex(/^[A-Z0-9]{5}$/, 'five letters or digits');

export const chargeInput = z.strictObject({
  procedure,
  modifiers: z
    .array(z.string().regex(/^[A-Z0-9]{2}$/, 'two letters or digits'))
    .max(4)
    .default([]),
  units: z.number().int().min(1).max(9999).default(1),
  /** Ids of assigned codes, most important first. */
  diagnoses: z.array(id).max(4),
});

export const fee = z.strictObject({
  procedure: z.string(),
  wording: z.string(),
  priceCents: amountCents,
  effectiveFrom: isoDate,
});
export type Fee = z.output<typeof fee>;

export const chargeRoutes = {
  listFees: define({
    method: 'GET',
    path: '/api/fees',
    access: { staff: 'charge.write' },
    summary: "The practice's prices on a date.",
    query: z.strictObject({ date: isoDate, search: z.string().max(80).default('') }),
    response: z.strictObject({ fees: z.array(fee) }),
  }),
  addCharge: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/charges',
    access: { staff: 'charge.write' },
    summary: 'Charges a service at the fee schedule of its date.',
    params: encounterId,
    body: chargeInput,
    response: done,
  }),
  changeCharge: define({
    method: 'PUT',
    path: '/api/encounters/:encounterId/charges/:chargeId',
    access: { staff: 'charge.write' },
    summary: 'Corrects a charge that is not on a sent claim.',
    params: z.strictObject({ encounterId: id, chargeId: id }),
    body: z.strictObject({ charge: chargeInput, rowVersion }),
    response: done,
  }),
  voidCharge: define({
    method: 'DELETE',
    path: '/api/encounters/:encounterId/charges/:chargeId',
    access: { staff: 'charge.write' },
    summary: 'Voids a charge that is not on a sent claim.',
    params: z.strictObject({ encounterId: id, chargeId: id }),
    response: nothing,
  }),
  recordAuthorization: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/authorizations',
    access: { staff: 'claim.write' },
    summary: "Records the payer's guarantee of payment, from a telephone call or a 278 answer.",
    params: encounterId,
    body: z.strictObject({
      payerId: id,
      procedure,
      number: line(30),
      effectiveFrom: isoDate,
      effectiveTo: isoDate,
      units: ordinal.optional(),
      obtainedBy: z.enum(['telephone', '278']),
      contactName: line(80).optional(),
      callReference: line(60).optional(),
      note: line(400).optional(),
    }),
    response: done,
  }),
};
