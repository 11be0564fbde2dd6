import { z } from 'zod';
import { define } from './define.ts';
import { amountCents, evidence, id, instant, isoDate } from './shapes.ts';

export const traceKinds = [
  'evidence',
  'code',
  'charge',
  'claim-line',
  'remit-line',
  'posting',
  'statement-line',
] as const;

/** One link of the thread. Which of the optional fields stand depends on the kind. */
export const traceNode = z.strictObject({
  kind: z.enum(traceKinds),
  /** For evidence `<codeId>:<ordinal>`; else the row's id. */
  id: z.string(),
  /** One line for a person: `I10 Essential hypertension`, `Paid $84.10 by Cascade Mutual`. */
  label: z.string(),
  /** Why it is so, in the trade's words: index path, edit, adjustment, sentence. */
  because: z.array(z.string()),
  amountCents: amountCents.optional(),
  date: isoDate.optional(),
  at: instant.optional(),
  by: z.string().optional(),
  evidence: evidence.optional(),
  /** Where to look at it on screen. */
  encounterId: id.optional(),
  claimId: id.optional(),
  patientId: id.optional(),
  statementId: id.optional(),
});
export type TraceNode = z.output<typeof traceNode>;

export const trace = z.strictObject({
  nodes: z.array(traceNode),
  /** Pairs of `kind/id`, from the sentence towards the bill. */
  links: z.array(z.strictObject({ from: z.string(), to: z.string() })),
});
export type Trace = z.output<typeof trace>;

export const threadRoutes = {
  readTrace: define({
    method: 'GET',
    path: '/api/trace/:kind/:id',
    access: { staff: 'trace.read' },
    summary:
      "Walks from any link of the thread to both ends: the physician's sentence and the patient's bill.",
    params: z.strictObject({ kind: z.enum(traceKinds), id: z.string().max(80) }),
    response: trace,
  }),
};
