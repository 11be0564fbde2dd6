import { z } from 'zod';
import { define } from './define.ts';
import { claimState, claimSummary } from './encounter-parts.ts';
import { interchange } from './files.ts';
import { amountCents, finding, id, instant, rowVersion } from './shapes.ts';

const encounterId = z.strictObject({ encounterId: id });
const claimId = z.strictObject({ claimId: id });

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
    method: 'POST',
    path: '/api/claims/search',
    access: { staff: 'claim.read' },
    background: true,
    summary: 'Claims by state.',
    // Names are searched for: they travel in the body, never in an address.
    body: z.strictObject({
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
    background: true,
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
