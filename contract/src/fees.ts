import { z } from 'zod';
import { define } from './define.ts';
import { amountCents, id, isoDate, line, nothing, positiveCents, rowVersion } from './shapes.ts';

const procedure = z.string().regex(/^[A-Z0-9]{5}$/, 'five letters or digits');

/** A price of a procedure between two days, both included. */
export const feeView = z.strictObject({
  id,
  procedure: z.string(),
  /** The practice's own words, printed on the patient's bill. */
  wording: z.string(),
  wordingEs: z.string().optional(),
  priceCents: amountCents,
  effectiveFrom: isoDate,
  /** Absent while no end is known. */
  effectiveTo: isoDate.optional(),
  rowVersion,
});
export type FeeView = z.output<typeof feeView>;

export const feeChange = z.strictObject({
  /** The line of the file, from 1. */
  line: z.number().int(),
  procedure: z.string(),
  wording: z.string(),
  wordingEs: z.string().optional(),
  priceCents: amountCents,
  effectiveFrom: isoDate,
  does: z.enum(['add', 'price', 'wording', 'nothing']),
  /** The price in force on that day until now. */
  priceBeforeCents: amountCents.optional(),
});
export type FeeChange = z.output<typeof feeChange>;

export const feeFileFault = z.strictObject({
  line: z.number().int(),
  column: z.string().optional(),
  message: z.string(),
});
export type FeeFileFault = z.output<typeof feeFileFault>;

const feeFile = {
  /** CSV with a line of headings: procedure, wording, wording_es, price, from. */
  content: z.string().min(1, 'the file is empty').max(2_000_000, 'at most 2 MB'),
  /** For lines that name no day of their own. */
  effectiveFrom: isoDate,
};
/** The file as JSON text, in bytes. */
const largestFeeFile = 5 * 1024 * 1024;
const access = { staff: 'fee.write' } as const;

export const feeRoutes = {
  listFeeSchedule: define({
    method: 'GET',
    path: '/api/fee-schedule',
    access,
    summary: 'The prices in force on a day, each with the one that follows it.',
    query: z.strictObject({ date: isoDate, search: z.string().max(80).default('') }),
    response: z.strictObject({
      fees: z.array(
        feeView.extend({ next: z.strictObject({ priceCents: amountCents, from: isoDate }).optional() }),
      ),
      /** Procedures whose first price lies after that day. */
      coming: z.array(feeView),
    }),
  }),
  readFeeHistory: define({
    method: 'GET',
    path: '/api/fee-schedule/procedures/:procedure',
    access,
    summary: 'Every price of one procedure, the newest first.',
    params: z.strictObject({ procedure }),
    response: z.strictObject({ fees: z.array(feeView) }),
  }),
  setFee: define({
    method: 'POST',
    path: '/api/fee-schedule',
    access,
    summary: 'Sets a price from a day on, until the next one that is set already.',
    body: z.strictObject({
      procedure,
      wording: line(120),
      wordingEs: line(120).optional(),
      priceCents: positiveCents,
      effectiveFrom: isoDate,
      /** The price in force on that day as the person saw it; absent when there was none. */
      instead: z.strictObject({ id, rowVersion }).optional(),
    }),
    response: z.strictObject({ id }),
  }),
  changeFee: define({
    method: 'PUT',
    path: '/api/fee-schedule/prices/:feeId',
    access,
    summary: 'Corrects the wording of a price or its last day. The price itself changes from a day on.',
    params: z.strictObject({ feeId: id }),
    body: z.strictObject({
      wording: line(120),
      wordingEs: line(120).optional(),
      effectiveTo: isoDate.optional(),
      rowVersion,
    }),
    response: z.strictObject({ id, rowVersion }),
  }),
  withdrawFee: define({
    method: 'DELETE',
    path: '/api/fee-schedule/prices/:feeId',
    access,
    summary: 'Takes back a price that nothing was charged at; the one before goes on.',
    params: z.strictObject({ feeId: id }),
    response: nothing,
  }),
  previewFees: define({
    method: 'POST',
    path: '/api/fee-schedule/preview',
    access,
    summary: 'What a file of prices would change, and what is wrong in it by line. Changes nothing.',
    body: z.strictObject(feeFile),
    largestBody: largestFeeFile,
    response: z.strictObject({
      changes: z.array(feeChange),
      faults: z.array(feeFileFault),
      /** Stands for exactly these changes on the prices as they are now. */
      fingerprint: z.string(),
    }),
  }),
  importFees: define({
    method: 'POST',
    path: '/api/fee-schedule/import',
    access,
    summary: 'Applies a file of prices as it was previewed, whole or not at all.',
    body: z.strictObject({ ...feeFile, fingerprint: z.string().max(80) }),
    largestBody: largestFeeFile,
    response: z.strictObject({ added: z.number().int(), changed: z.number().int() }),
  }),
  exportFees: define({
    method: 'GET',
    path: '/api/fee-schedule/export',
    access,
    summary: 'The prices in force on a day as CSV, in the form that can be read in again.',
    query: z.strictObject({ date: isoDate }),
    response: z.strictObject({ fileName: z.string(), content: z.string() }),
  }),
};
