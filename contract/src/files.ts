import { z } from 'zod';
import { define } from './define.ts';
import { amountCents, id, instant, isoDate, line, problem, rowVersion } from './shapes.ts';

export const interchange = z.strictObject({
  id,
  controlNumber: z.string(),
  fileName: z.string(),
  /** unknown: prepared when a restored backup was made; it may have left since. */
  state: z.enum(['prepared', 'sent', 'accepted', 'rejected', 'unknown']),
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

/** Sending rests after a restore, because payers may have had what the restored backup does not know. */
export const sending = z.strictObject({
  paused: z.boolean(),
  /** How many restores there were. */
  epoch: z.number().int(),
  /** The latest restore, with the moment its backup was made; null before the first. */
  restore: z
    .strictObject({
      backupTakenAt: instant,
      restoredAt: instant,
      claimsHeld: z.number().int(),
      filesUnknown: z.number().int(),
    })
    .nullable(),
  /** Files of which a person still has to say whether they left. */
  filesToSettle: z.number().int(),
});
export type Sending = z.output<typeof sending>;

export const fileRoutes = {
  listInterchanges: define({
    method: 'GET',
    path: '/api/interchanges',
    access: { staff: 'file.read' },
    background: true,
    summary: 'Files sent to payers, newest first.',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: z.strictObject({ interchanges: z.array(interchange) }),
  }),
  readInterchange: define({
    method: 'GET',
    path: '/api/interchanges/:interchangeId/content',
    access: { staff: 'file.open' },
    summary: 'The bytes of a sent file, as text.',
    params: z.strictObject({ interchangeId: id }),
    response: z.strictObject({ fileName: z.string(), content: z.string() }),
  }),
  settleInterchange: define({
    method: 'POST',
    path: '/api/interchanges/:interchangeId/settle',
    access: { staff: 'sending.resume' },
    summary: 'Says of a file that may have left before a restore whether it did; one that did not is sent.',
    params: z.strictObject({ interchangeId: id }),
    body: z.strictObject({ left: z.boolean() }),
    response: interchange,
  }),
  readSending: define({
    method: 'GET',
    path: '/api/sending',
    access: { staff: 'file.read' },
    summary: 'Whether files go out, or wait since a restore for a person to say that they may.',
    response: sending,
  }),
  resumeSending: define({
    method: 'POST',
    path: '/api/sending/resume',
    access: { staff: 'sending.resume' },
    summary: 'Lets files go out again after a restore; refused while it is open whether a file has left.',
    response: sending,
  }),
  listInboundFiles: define({
    method: 'GET',
    path: '/api/inbound-files',
    access: { staff: 'file.read' },
    background: true,
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
    access: { staff: 'file.open' },
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
    // A remittance of 20 MB as JSON text.
    largestBody: 25 * 1024 * 1024,
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
