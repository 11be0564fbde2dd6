import { z } from 'zod';
import { define } from './define.ts';
import {
  assignedCode,
  authorization,
  charge,
  claimSummary,
  documentKind,
  documentView,
  observation,
  query,
} from './encounter-parts.ts';
import { patientSummary } from './patients.ts';
import {
  amountCents,
  done,
  id,
  instant,
  isoDate,
  largestInteger,
  line,
  ordinal,
  rowVersion,
  text,
} from './shapes.ts';

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
    method: 'POST',
    path: '/api/encounters/search',
    access: { staff: 'patient.read' },
    background: true,
    onlyWith: { 'encounters.chargeCents': 'claim.read', 'encounters.returnReason': 'encounter.read' },
    summary: 'A worklist: the visits of one queue (or all), oldest first.',
    // Names are searched for: they travel in the body, never in an address.
    body: z.strictObject({
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
    onlyWith: {
      documents: 'document.read',
      observations: 'document.read',
      'coverages.memberId': 'registration.read',
      charges: 'claim.read',
      authorizations: 'claim.read',
      claims: 'claim.read',
    },
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
    largestBody: 2_000_000,
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
      afterVersion: ordinal,
    }),
    largestBody: 2_000_000,
    response: z.strictObject({ id, version: z.number().int() }),
  }),
  readDocumentVersion: define({
    method: 'GET',
    path: '/api/documents/:documentId/versions/:version',
    access: { staff: 'document.read' },
    summary: 'One version of a document, as evidence may point into an earlier one.',
    params: z.strictObject({
      documentId: id,
      version: z.coerce.number().int().positive().max(largestInteger),
    }),
    response: documentView,
  }),
  handOver: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/hand-over',
    access: { staff: 'coding.write' },
    summary: 'Hands the coded visit to the biller.',
    params: encounterId,
    body: z.strictObject({ rowVersion }),
    response: z.strictObject({ id, queue }),
  }),
  returnToCoding: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/return',
    access: { staff: 'claim.write' },
    summary: 'Gives a visit back to the coder, with the reason.',
    params: encounterId,
    body: z.strictObject({ reason: line(400), rowVersion }),
    response: z.strictObject({ id, queue }),
  }),
};
