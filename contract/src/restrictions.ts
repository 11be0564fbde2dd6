import { z } from 'zod';
import { define } from './define.ts';
import { roles } from './permission.ts';
import { done, id, instant, line, nothing } from './shapes.ts';

/** Why a record is open to few: who the patient is, or that the patient asked (45 CFR 164.522(a)). */
export const restrictionKinds = ['vip', 'employee', 'family', 'request'] as const;
export const restrictionKind = z.enum(restrictionKinds);
export type RestrictionKind = z.output<typeof restrictionKind>;
export const restrictionKindNames: Record<RestrictionKind, string> = {
  vip: 'Known to the public',
  employee: 'Works here',
  family: 'Family of somebody who works here',
  request: 'The patient asked',
};

/** Why somebody opens a restricted record nevertheless. */
export const glassReasons = ['treatment', 'coding', 'billing', 'patient-asks', 'audit', 'other'] as const;
export type GlassReason = (typeof glassReasons)[number];
export const glassReasonNames: Record<GlassReason, string> = {
  treatment: 'The patient is being treated',
  coding: 'The visit has to be coded',
  billing: 'A claim or bill has to be worked',
  'patient-asks': 'The patient asks',
  audit: 'An audit or complaint',
  other: 'Another reason',
};

export const glassOutcomes = ['appropriate', 'inappropriate', 'follow-up'] as const;
export type GlassOutcome = (typeof glassOutcomes)[number];
export const glassOutcomeNames: Record<GlassOutcome, string> = {
  appropriate: 'Appropriate',
  inappropriate: 'Not appropriate',
  'follow-up': 'To be followed up',
};

const person = z.strictObject({ id, name: z.string() });

export const restriction = z.strictObject({
  kind: restrictionKind,
  setBy: z.string(),
  setAt: instant,
  /** Who may open the record; everybody else breaks the glass. */
  readers: z.array(person),
});
export type RestrictionView = z.output<typeof restriction>;

export const brokenGlass = z.strictObject({
  id,
  patientId: id,
  recordNumber: z.string(),
  user: person,
  hat: z.enum(roles),
  reason: z.enum(glassReasons),
  words: z.string(),
  openedAt: instant,
  openUntil: instant,
  /** How many times the person looked at or changed the record meanwhile. */
  acts: z.number().int(),
  review: z
    .strictObject({
      outcome: z.enum(glassOutcomes),
      note: z.string().nullable(),
      by: z.string(),
      at: instant,
    })
    .nullable(),
});
export type BrokenGlass = z.output<typeof brokenGlass>;

const patientId = z.strictObject({ patientId: id });

export const restrictionRoutes = {
  readRestriction: define({
    method: 'GET',
    path: '/api/patients/:patientId/restriction',
    access: { staff: 'registration.read' },
    summary:
      'Whether the record is open to few, and to whom; the people to choose from for who may change it.',
    params: patientId,
    response: z.strictObject({
      restriction: restriction.nullable(),
      staff: z.array(person.extend({ roles: z.array(z.enum(roles)) })),
    }),
  }),
  restrictRecord: define({
    method: 'PUT',
    path: '/api/patients/:patientId/restriction',
    access: { staff: 'restriction.write' },
    summary: 'Opens the record to the people named and to nobody else.',
    params: patientId,
    body: z.strictObject({ kind: restrictionKind, readerIds: z.array(id).max(50) }),
    response: done,
  }),
  endRestriction: define({
    method: 'DELETE',
    path: '/api/patients/:patientId/restriction',
    access: { staff: 'restriction.write' },
    summary: 'Opens the record to everybody whose role reads records.',
    params: patientId,
    response: nothing,
  }),
  breakGlass: define({
    method: 'POST',
    path: '/api/patients/:patientId/break-glass',
    access: { staff: 'record.break-glass' },
    evenIfRestricted: true,
    summary: 'Opens a restricted record for four hours, with a reason that is reviewed.',
    params: patientId,
    body: z.strictObject({
      reason: z.enum(glassReasons),
      words: line(400).min(10, 'at least 10 characters'),
    }),
    response: z.strictObject({ openUntil: instant }),
  }),
  listBrokenGlass: define({
    method: 'GET',
    path: '/api/break-glass',
    access: { staff: 'break-glass.review' },
    summary: 'Restricted records that were opened: those to be reviewed, oldest first, or those reviewed.',
    query: z.strictObject({ state: z.enum(['open', 'reviewed']).default('open') }),
    response: z.strictObject({ opened: z.array(brokenGlass), toReview: z.number().int() }),
  }),
  reviewBrokenGlass: define({
    method: 'POST',
    path: '/api/break-glass/:glassId/review',
    access: { staff: 'break-glass.review' },
    summary: 'Says whether opening the record was right. Nobody reviews their own.',
    params: z.strictObject({ glassId: id }),
    body: z.strictObject({ outcome: z.enum(glassOutcomes), note: line(400).optional() }),
    response: done,
  }),
};
