import { z } from 'zod';
import { define } from './define.ts';
import { claimState, claimSummary } from './encounters.ts';
import { amountCents, done, finding, id, instant, isoDate, line, nothing, problem } from './shapes.ts';

const encounterId = z.strictObject({ encounterId: id });
const claimId = z.strictObject({ claimId: id });
const rowVersion = z.number().int().positive();
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

export const claimEvent = z.strictObject({
  kind: z.string(),
  message: z.string(),
  at: instant,
  by: z.string().nullable(),
  inboundFileId: id.nullable(),
});

export const claimLine = z.strictObject({
  /** Null until the claim is sent. */
  id: id.nullable(),
  lineNumber: z.number().int(),
  controlNumber: z.string(),
  chargeId: id,
  procedure: z.string(),
  wording: z.string(),
  modifiers: z.array(z.string()),
  units: z.number().int(),
  diagnosisPointers: z.array(z.number().int()),
  chargeCents: amountCents,
  allowedCents: amountCents.nullable(),
  paidCents: amountCents,
  patientCents: amountCents,
  /** As the payer sent them, with the sentence that says what each means. */
  adjustments: z.array(
    z.strictObject({ group: z.string(), reason: z.string(), amountCents, meaning: z.string() }),
  ),
  remarks: z.array(z.string()),
});
export type ClaimLineView = z.output<typeof claimLine>;

export const claim = claimSummary.extend({
  coverageId: id,
  payerId: id,
  memberId: z.string(),
  version: z.number().int(),
  rowVersion: z.number().int(),
  diagnoses: z.array(z.strictObject({ code: z.string(), title: z.string() })),
  authorizationNumber: z.string().nullable(),
  payerControlNumber: z.string().nullable(),
  findings: z.array(finding),
  lines: z.array(claimLine),
  events: z.array(claimEvent),
});
export type ClaimView = z.output<typeof claim>;

export const interchange = z.strictObject({
  id,
  controlNumber: z.string(),
  fileName: z.string(),
  state: z.enum(['prepared', 'sent', 'accepted', 'rejected']),
  claims: z.number().int(),
  chargeCents: amountCents,
  preparedAt: instant,
  sentAt: instant.nullable(),
  answeredAt: instant.nullable(),
});
export type InterchangeView = z.output<typeof interchange>;

export const inboundFile = z.strictObject({
  id,
  fileName: z.string(),
  kind: z.enum(['TA1', '999', '277CA', '835', 'mixed']).nullable(),
  state: z.enum(['received', 'processed', 'waiting', 'duplicate', 'set-aside']),
  bytes: z.number().int(),
  receivedAt: instant,
  problem: problem.nullable(),
  rowVersion: z.number().int(),
});
export type InboundFileView = z.output<typeof inboundFile>;

export const remit = z.strictObject({
  id,
  payerName: z.string(),
  traceNumber: z.string(),
  paymentDate: isoDate,
  paidCents: amountCents,
  method: z.string(),
  claims: z.number().int(),
  postedAt: instant,
});
export type RemitView = z.output<typeof remit>;

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
      units: z.number().int().positive().optional(),
      obtainedBy: z.enum(['telephone', '278']),
      contactName: line(80).optional(),
      callReference: line(60).optional(),
      note: line(400).optional(),
    }),
    response: done,
  }),
};

export const claimRoutes = {
  createClaim: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/claims',
    access: { staff: 'claim.write' },
    summary:
      'Makes (or makes again, while unsent) the claim of a visit for its first coverage and runs the edits.',
    params: encounterId,
    body: z.strictObject({ coverageId: id.optional() }),
    response: z.strictObject({ id, state: claimState }),
  }),
  listClaims: define({
    method: 'GET',
    path: '/api/claims',
    access: { staff: 'claim.read' },
    summary: 'Claims by state.',
    query: z.strictObject({
      state: claimState.optional(),
      search: z.string().max(80).default(''),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.strictObject({
      claims: z.array(claimSummary),
      more: z.boolean(),
      counts: z.record(claimState, z.number().int()),
    }),
  }),
  readClaim: define({
    method: 'GET',
    path: '/api/claims/:claimId',
    access: { staff: 'claim.read' },
    summary: 'One claim: lines, findings, what the payer said.',
    params: claimId,
    response: claim,
  }),
  submitClaim: define({
    method: 'POST',
    path: '/api/claims/:claimId/submit',
    access: { staff: 'claim.write' },
    summary:
      'Runs the edits on the latest data; when nothing blocks, the claim is ready for the next transmission.',
    params: claimId,
    body: z.strictObject({ rowVersion }),
    response: z.strictObject({ id, state: claimState, findings: z.array(finding) }),
  }),
  transmitClaims: define({
    method: 'POST',
    path: '/api/transmissions',
    access: { staff: 'claim.write' },
    summary: 'Sends every ready claim (or those named) as 837P files, one per payer.',
    body: z.strictObject({ claimIds: z.array(id).max(5000).optional() }),
    response: z.strictObject({ interchanges: z.array(interchange) }),
  }),
};

export const fileRoutes = {
  listInterchanges: define({
    method: 'GET',
    path: '/api/interchanges',
    access: { staff: 'file.read' },
    summary: 'Files sent to payers, newest first.',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: z.strictObject({ interchanges: z.array(interchange) }),
  }),
  readInterchange: define({
    method: 'GET',
    path: '/api/interchanges/:interchangeId/content',
    access: { staff: 'file.read' },
    summary: 'The bytes of a sent file, as text.',
    params: z.strictObject({ interchangeId: id }),
    response: z.strictObject({ fileName: z.string(), content: z.string() }),
  }),
  listInboundFiles: define({
    method: 'GET',
    path: '/api/inbound-files',
    access: { staff: 'file.read' },
    summary: 'Files received; those a person has to look at first.',
    query: z.strictObject({
      state: z.enum(['received', 'processed', 'waiting', 'duplicate', 'set-aside']).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.strictObject({ files: z.array(inboundFile), waiting: z.number().int() }),
  }),
  readInboundFile: define({
    method: 'GET',
    path: '/api/inbound-files/:inboundFileId/content',
    access: { staff: 'file.read' },
    summary: 'The bytes of a received file, as text.',
    params: z.strictObject({ inboundFileId: id }),
    response: z.strictObject({ fileName: z.string(), content: z.string() }),
  }),
  receiveFile: define({
    method: 'POST',
    path: '/api/inbound-files',
    access: { staff: 'file.write' },
    summary: 'Takes in a file from a payer: stored first, then read, then posted or put to wait.',
    body: z.strictObject({ fileName: line(200), content: z.string().min(1).max(20_000_000) }),
    response: inboundFile,
  }),
  retryInboundFile: define({
    method: 'POST',
    path: '/api/inbound-files/:inboundFileId/retry',
    access: { staff: 'file.write' },
    summary: 'Reads a waiting file again, optionally putting the money of unknown claims into suspense.',
    params: z.strictObject({ inboundFileId: id }),
    body: z.strictObject({ unknownClaims: z.enum(['wait', 'suspense']).default('wait'), rowVersion }),
    response: inboundFile,
  }),
  setInboundFileAside: define({
    method: 'POST',
    path: '/api/inbound-files/:inboundFileId/set-aside',
    access: { staff: 'file.write' },
    summary: 'Takes a file that cannot be used out of the queue; its bytes stay.',
    params: z.strictObject({ inboundFileId: id }),
    body: z.strictObject({ reason: line(400), rowVersion }),
    response: inboundFile,
  }),
  listRemits: define({
    method: 'GET',
    path: '/api/remits',
    access: { staff: 'ledger.read' },
    summary: 'Posted remittances, newest first.',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: z.strictObject({ remits: z.array(remit) }),
  }),
};
