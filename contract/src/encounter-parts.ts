import { z } from 'zod';
import { patientSummary } from './patients.ts';
import { amountCents, evidence, id, instant, isoDate } from './shapes.ts';

/** What a visit is made of: documents, measured values, codes, questions, charges, authorizations, claims. */

export const documentKind = z.enum(['note', 'result', 'report', 'problem-list', 'addendum']);

export const documentView = z.strictObject({
  id,
  kind: documentKind,
  title: z.string(),
  amendsId: id.nullable(),
  version: z.number().int(),
  /** How many versions there are; evidence may point into an earlier one. */
  versions: z.number().int(),
  text: z.string(),
  author: z.string().nullable(),
  signedAt: instant.nullable(),
  createdAt: instant,
});
export type DocumentView = z.output<typeof documentView>;

export const observation = z.strictObject({
  id,
  documentId: id,
  documentVersion: z.number().int(),
  name: z.string(),
  value: z.number(),
  unit: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  start: z.number().int(),
  end: z.number().int(),
});
export type Observation = z.output<typeof observation>;

export const codeSystem = z.enum(['icd10cm', 'icd10pcs', 'hcpcs', 'cpt']);

export const assignedCode = z.strictObject({
  id,
  system: codeSystem,
  code: z.string(),
  title: z.string(),
  edition: z.string(),
  /** First-listed is 1. */
  position: z.number().int(),
  origin: z.enum(['suggestion', 'search']),
  path: z.array(z.string()),
  evidence: z.array(evidence),
  decidedBy: z.string(),
  decidedAt: instant,
});
export type AssignedCode = z.output<typeof assignedCode>;

export const query = z.strictObject({
  id,
  encounterId: id,
  patient: patientSummary,
  serviceDate: isoDate,
  practitionerId: id,
  practitionerName: z.string(),
  question: z.string(),
  options: z.array(z.string()),
  evidence: z.array(evidence),
  state: z.enum(['open', 'answered', 'withdrawn']),
  askedBy: z.string(),
  askedAt: instant,
  answerOption: z.string().nullable(),
  answerText: z.string().nullable(),
  answeredAt: instant.nullable(),
});
export type Query = z.output<typeof query>;

export const charge = z.strictObject({
  id,
  procedure: z.string(),
  wording: z.string(),
  modifiers: z.array(z.string()),
  units: z.number().int(),
  chargeCents: amountCents,
  serviceDate: isoDate,
  /** Ids of assigned codes, most important first. */
  diagnoses: z.array(id),
  rowVersion: z.number().int(),
});
export type Charge = z.output<typeof charge>;

export const authorization = z.strictObject({
  id,
  payerId: id,
  payerName: z.string(),
  procedure: z.string(),
  number: z.string(),
  effectiveFrom: isoDate,
  effectiveTo: isoDate,
  units: z.number().int().nullable(),
  obtainedBy: z.enum(['telephone', '278']),
  contactName: z.string().nullable(),
  callReference: z.string().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: instant,
});
export type Authorization = z.output<typeof authorization>;

export const claimState = z.enum([
  'draft',
  'held',
  'ready',
  'sent',
  'accepted',
  'rejected',
  'paid',
  'denied',
  'closed',
]);
export type ClaimState = z.output<typeof claimState>;

export const claimStateNames: Record<ClaimState, string> = {
  draft: 'Draft',
  held: 'Held by edits',
  ready: 'Ready to send',
  sent: 'Sent',
  accepted: 'Accepted by payer',
  rejected: 'Rejected',
  paid: 'Paid',
  denied: 'Denied',
  closed: 'Closed',
};

export const claimSummary = z.strictObject({
  id,
  encounterId: id,
  controlNumber: z.string(),
  state: claimState,
  patient: patientSummary,
  payerName: z.string(),
  serviceDate: isoDate,
  chargeCents: amountCents,
  paidCents: amountCents,
  createdAt: instant,
  /** The last thing that happened, in one sentence. */
  lastEvent: z.string().nullable(),
});
export type ClaimSummary = z.output<typeof claimSummary>;
