import { z } from 'zod';
import { define } from './define.ts';
import { everyRole } from './role-catalog.ts';
import { id, instant, isoDate } from './shapes.ts';

export const auditEvent = z.strictObject({
  sequence: z.number().int(),
  at: instant,
  userId: id.nullable(),
  userName: z.string().nullable(),
  hat: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  patientId: id.nullable(),
  /** Null in rows written before outcomes were. */
  outcome: z.enum(['done', 'refused']).nullable(),
  route: z.string().nullable(),
  requestId: id.nullable(),
  /** Ids, codes and counts. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditEvent = z.output<typeof auditEvent>;

const wanted = {
  patientId: id.optional(),
  userId: id.optional(),
  /** A whole action (`claim.read`) or all of one kind (`claim.`). */
  action: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]*)?$/, 'an action like claim.read')
    .max(60)
    .optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  /** Days at the practice, both included. */
  from: isoDate.optional(),
  to: isoDate.optional(),
};

/** What a look at the record was for, in the words of the patient's page. */
export const lookKinds = [
  'registration',
  'visit',
  'coding',
  'question',
  'claim',
  'bill',
  'payment',
  'message',
  'review',
  'other',
] as const;
export type LookKind = (typeof lookKinds)[number];

export const auditRoutes = {
  listAudit: define({
    method: 'GET',
    path: '/api/audit',
    access: { staff: 'audit.read' },
    summary: 'Who looked at or changed what, newest first.',
    query: z.strictObject({
      ...wanted,
      /** The sequence of the last row of the page before. */
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.strictObject({ events: z.array(auditEvent), more: z.boolean() }),
  }),
  exportAudit: define({
    method: 'GET',
    path: '/api/audit/export',
    access: { staff: 'audit.export' },
    summary: 'The same rows, oldest first, as a file: CSV for a table, JSON Lines with hashes for a proof.',
    query: z.strictObject({ ...wanted, format: z.enum(['csv', 'jsonl']).default('csv') }),
    produces: ['text/csv', 'application/jsonl'],
    response: z.string(),
  }),
  listAuditActors: define({
    method: 'GET',
    path: '/api/audit/people',
    access: { staff: 'audit.read' },
    summary: 'The people and actions there are, to search the audit trail by.',
    response: z.strictObject({
      people: z.array(z.strictObject({ id, name: z.string() })),
      actions: z.array(z.string()),
    }),
  }),
};

export const accessLog = z.strictObject({
  entries: z.array(
    z.strictObject({
      on: isoDate,
      role: z.enum([...everyRole, 'system']),
      what: z.enum(lookKinds),
      /** Looks of this kind by this role on this day. */
      times: z.number().int(),
      changed: z.boolean(),
      brokeGlass: z.boolean(),
    }),
  ),
  more: z.boolean(),
});
export type AccessLog = z.output<typeof accessLog>;

export const accessLogRoutes = {
  readAccessLog: define({
    method: 'GET',
    path: '/api/portal/access-log',
    access: 'patient',
    summary: 'Who looked at or changed the record, by day and role, newest first.',
    response: accessLog,
  }),
};
