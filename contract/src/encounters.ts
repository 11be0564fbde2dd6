import { z } from 'zod';
import { define } from './define.ts';
import { patientSummary } from './patients.ts';
import { amountCents, done, evidence, id, instant, isoDate, line, text } from './shapes.ts';

export const queues = [
  'documentation',
  'coding',
  'query',
  'billing',
  'payer',
  'follow-up',
  'patient',
  'closed',
] as const;
export const queue = z.enum(queues);
export type Queue = z.output<typeof queue>;

/** The words for a queue on screen. */
export const queueNames: Record<Queue, string> = {
  documentation: 'Waiting for the note',
  coding: 'To code',
  query: 'With the physician',
  billing: 'To bill',
  payer: 'With the payer',
  'follow-up': 'Needs follow-up',
  patient: 'With the patient',
  closed: 'Done',
};

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

export const codeSystem = z.enum(['icd10cm', 'icd10pcs', 'hcpcs']);

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

export const encounterSummary = z.strictObject({
  id,
  patient: patientSummary,
  serviceDate: isoDate,
  practitionerName: z.string(),
  specialty: z.string().nullable(),
  payerName: z.string().nullable(),
  queue,
  queueSince: instant,
  returnReason: z.string().nullable(),
  documents: z.number().int(),
  codes: z.number().int(),
  openQueries: z.number().int(),
  chargeCents: amountCents,
});
export type EncounterSummary = z.output<typeof encounterSummary>;

export const encounter = z.strictObject({
  id,
  patient: patientSummary,
  serviceDate: isoDate,
  practitionerId: id,
  practitionerName: z.string(),
  locationName: z.string(),
  placeOfService: z.string(),
  setting: z.enum(['outpatient', 'inpatient']),
  queue,
  queueSince: instant,
  returnReason: z.string().nullable(),
  rowVersion: z.number().int(),
  coverages: z.array(
    z.strictObject({
      id,
      payerId: id,
      payerName: z.string(),
      benefitOrder: z.number().int(),
      memberId: z.string(),
    }),
  ),
  documents: z.array(documentView),
  observations: z.array(observation),
  codes: z.array(assignedCode),
  queries: z.array(query),
  charges: z.array(charge),
  authorizations: z.array(authorization),
  claims: z.array(claimSummary),
});
export type Encounter = z.output<typeof encounter>;

const encounterId = z.strictObject({ encounterId: id });

export const documentInput = z.strictObject({
  kind: documentKind,
  title: line(120),
  text: text(200_000),
  amendsId: id.optional(),
});

export const encounterRoutes = {
  listEncounters: define({
    method: 'GET',
    path: '/api/encounters',
    access: { staff: 'practice.read' },
    summary: 'A worklist: the visits of one queue (or all), oldest first.',
    query: z.strictObject({
      queue: queue.optional(),
      search: z.string().max(80).default(''),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.strictObject({
      encounters: z.array(encounterSummary),
      more: z.boolean(),
      /** How many visits stand in each queue. */
      counts: z.record(queue, z.number().int()),
    }),
  }),
  registerEncounter: define({
    method: 'POST',
    path: '/api/encounters',
    access: { staff: 'encounter.write' },
    summary: 'Registers a visit.',
    body: z.strictObject({
      patientId: id,
      practitionerId: id,
      locationId: id,
      serviceDate: isoDate,
      placeOfService: z
        .string()
        .regex(/^\d{2}$/)
        .optional(),
      setting: z.enum(['outpatient', 'inpatient']).default('outpatient'),
    }),
    response: done,
  }),
  readEncounter: define({
    method: 'GET',
    path: '/api/encounters/:encounterId',
    access: { staff: 'encounter.read' },
    summary: 'One visit whole: record, codes, queries, charges, claims.',
    params: encounterId,
    response: encounter,
  }),
  addDocument: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/documents',
    access: { staff: 'document.write' },
    summary: 'Adds a note, result, report, problem list or addendum; results are read into observations.',
    params: encounterId,
    body: documentInput,
    response: done,
  }),
  addDocumentVersion: define({
    method: 'POST',
    path: '/api/documents/:documentId/versions',
    access: { staff: 'document.write' },
    summary: 'Corrects a document by a new version; the old one stays.',
    params: z.strictObject({ documentId: id }),
    body: z.strictObject({
      text: text(200_000),
      reason: line(200),
      afterVersion: z.number().int().positive(),
    }),
    response: z.strictObject({ id, version: z.number().int() }),
  }),
  readDocumentVersion: define({
    method: 'GET',
    path: '/api/documents/:documentId/versions/:version',
    access: { staff: 'encounter.read' },
    summary: 'One version of a document, as evidence may point into an earlier one.',
    params: z.strictObject({ documentId: id, version: z.coerce.number().int().positive() }),
    response: documentView,
  }),
  handOver: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/hand-over',
    access: { staff: 'coding.write' },
    summary: 'Hands the coded visit to the biller.',
    params: encounterId,
    body: z.strictObject({ rowVersion: z.number().int().positive() }),
    response: z.strictObject({ id, queue }),
  }),
  returnToCoding: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/return',
    access: { staff: 'claim.write' },
    summary: 'Gives a visit back to the coder, with the reason.',
    params: encounterId,
    body: z.strictObject({ reason: line(400), rowVersion: z.number().int().positive() }),
    response: z.strictObject({ id, queue }),
  }),
};
