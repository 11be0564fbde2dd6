import { z } from 'zod';
import { define } from './define.ts';
import { amountCents, done, id, instant, line, nothing, rowVersion } from './shapes.ts';

/** Whom compensating controls bind: people who hold both hats, everybody, or nobody. */
export const controlModes = ['automatic', 'always', 'off'] as const;
export const controlMode = z.enum(controlModes);
export type ControlMode = z.output<typeof controlMode>;

/** The address of this installation as a browser names it: scheme and host, nothing behind. */
const linkAddress = z
  .string()
  .max(200)
  .regex(/^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?$/, 'an address such as https://superbill.example.org');

const cents = z
  .number()
  .int()
  .min(0)
  .max(1_000_00)
  .transform((n) => n as z.output<typeof amountCents>);

export const controlSettings = z.strictObject({
  mode: controlMode,
  ownerId: id.nullable(),
  ownerEmail: z.email().max(254).nullable(),
  linkAddress: linkAddress.nullable(),
  writeOffLimitCents: cents,
  coolingHours: z.number().int().min(1).max(168),
  sampleSize: z.number().int().min(0).max(50),
  requestDays: z.number().int().min(1).max(90),
});
export type ControlSettings = z.output<typeof controlSettings>;

/** Kinds of acts that wait for a countersign. */
export const approvalKinds = ['write-off', 'refund', 'void-payment', 'code-change'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

export const approvalKindNames: Record<ApprovalKind, string> = {
  'write-off': 'Write-off',
  refund: 'Refund',
  'void-payment': 'Void of a payment',
  'code-change': 'Codes changed after a denial',
};

export const approvalStates = ['pending', 'approved', 'declined', 'withdrawn', 'expired'] as const;
export type ApprovalState = (typeof approvalStates)[number];

const codedLine = z.strictObject({
  procedure: z.string(),
  units: z.number().int(),
  chargeCents: amountCents,
});
const coded = z.strictObject({ codes: z.array(z.string()), lines: z.array(codedLine) });

/** A request as the one who decides sees it: the patient by record number, nothing more of the record than it takes. */
export const approval = z.strictObject({
  id,
  kind: z.enum(approvalKinds),
  state: z.enum(approvalStates),
  recordNumber: z.string(),
  amountCents,
  /** One sentence: what would be done. */
  what: z.string(),
  /** One sentence: the reason chosen from the list. */
  why: z.string(),
  /** One sentence: how it came to this, from the thread. */
  thread: z.string(),
  note: z.string().nullable(),
  /** Of a change of codes: what was sent, and what would be sent. */
  change: z.strictObject({ before: coded, after: coded }).nullable(),
  requestedBy: z.string(),
  requestedAt: instant,
  expiresAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  /** Whether the one who asks may decide it: it is not their own act. */
  mayDecide: z.boolean(),
});
export type Approval = z.output<typeof approval>;

const approvalId = z.strictObject({ approvalId: id });
const token = z.string().min(20).max(200);
const pin = z.string().regex(/^\d{6}$/, 'six digits');

export const decision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('countersign') }),
  z.strictObject({ decision: z.literal('decline'), reason: line(500) }),
]);
export type Decision = z.output<typeof decision>;

export const controlRoutes = {
  readControls: define({
    method: 'GET',
    path: '/api/controls',
    access: { staff: 'control.read' },
    summary: 'The compensating controls of the practice, and who may be its owner.',
    response: z.strictObject({
      settings: controlSettings,
      rowVersion: z.number().int(),
      /** Whether anybody is bound now. */
      on: z.boolean(),
      /** People who hold both the coder and the biller hat. */
      twoHats: z.array(z.string()),
      owners: z.array(z.strictObject({ id, name: z.string(), twoHats: z.boolean() })),
      /** Whether the one who asks may change anything: the owner, or anybody here while there is none. */
      mayChange: z.boolean(),
      /** Whether the one who asks is the owner, and has a number for the telephone. */
      isOwner: z.boolean(),
      pinSet: z.boolean(),
      lettersDelivered: z.boolean(),
    }),
  }),
  changeControls: define({
    method: 'PUT',
    path: '/api/controls',
    access: { staff: 'control.write' },
    summary: 'Changes the compensating controls. Once an owner is named, only the owner does.',
    body: z.strictObject({
      settings: controlSettings,
      /** 0 before anything was ever changed. */
      rowVersion: rowVersion.or(z.literal(0)),
    }),
    response: nothing,
  }),
  setOwnerPin: define({
    method: 'PUT',
    path: '/api/controls/pin',
    access: { staff: 'approval.decide' },
    summary: 'Sets the number with which the owner opens a link away from the desk.',
    body: z.strictObject({ pin }),
    response: nothing,
  }),
  readOwnControls: define({
    method: 'GET',
    path: '/api/controls/own',
    access: 'signed-in',
    summary: 'Which acts of the one who asks need a countersign.',
    response: z.strictObject({
      bound: z.boolean(),
      ownerName: z.string().nullable(),
      acts: z.array(z.enum(approvalKinds)),
      writeOffLimitCents: cents,
      waiting: z.number().int(),
    }),
  }),
  listApprovals: define({
    method: 'GET',
    path: '/api/approvals',
    access: { staff: 'approval.decide' },
    summary: 'Requests that wait for a countersign, oldest first, or those decided lately.',
    query: z.strictObject({ state: z.enum(['pending', 'closed']).default('pending') }),
    response: z.strictObject({ approvals: z.array(approval) }),
  }),
  decideApproval: define({
    method: 'POST',
    path: '/api/approvals/:approvalId/decision',
    access: { staff: 'approval.decide' },
    summary: 'Countersigns a request, which does it, or declines it with a reason.',
    params: approvalId,
    body: decision,
    response: z.strictObject({ state: z.enum(approvalStates) }),
  }),
  withdrawApproval: define({
    method: 'POST',
    path: '/api/approvals/:approvalId/withdrawal',
    access: { staff: 'adjustment.write' },
    summary: 'Takes an own request back.',
    params: approvalId,
    response: nothing,
  }),
  requestCodeChange: define({
    method: 'POST',
    path: '/api/claims/:claimId/code-change',
    access: { staff: 'claim.write' },
    summary: 'Asks the owner to countersign what changed on a claim since it was denied or rejected.',
    params: z.strictObject({ claimId: id }),
    body: z.strictObject({ note: line(500) }),
    response: done,
  }),
  openApprovalLink: define({
    method: 'POST',
    path: '/api/approval-link',
    access: 'public',
    summary: "Shows a request to the owner, by the letter's link and the owner's number.",
    body: z.strictObject({ token, pin }),
    response: z.strictObject({ practice: z.string(), approval }),
  }),
  decideByLink: define({
    method: 'POST',
    path: '/api/approval-link/decision',
    access: 'public',
    summary: 'Countersigns or declines by the same link and number; the link is spent.',
    body: z.strictObject({ token, pin, decision }),
    response: z.strictObject({ state: z.enum(approvalStates) }),
  }),
};
