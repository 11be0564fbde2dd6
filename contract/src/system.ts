import { z } from 'zod';
import { define } from './define.ts';
import { id, instant } from './shapes.ts';

export const check = z.strictObject({
  name: z.string(),
  ok: z.boolean(),
  /** What was counted, or what is wrong and what to do. */
  detail: z.string(),
});
export type Check = z.output<typeof check>;

export const auditEvent = z.strictObject({
  sequence: z.number().int(),
  at: instant,
  userName: z.string().nullable(),
  hat: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  patientId: id.nullable(),
});

export const systemRoutes = {
  readHealth: define({
    method: 'GET',
    path: '/api/health',
    access: 'public',
    summary: 'Whether the server and its database answer.',
    response: z.strictObject({ ok: z.boolean(), version: z.string() }),
  }),
  verify: define({
    method: 'GET',
    path: '/api/verify',
    access: { staff: 'system.read' },
    summary: 'Proves the ledger, the thread and the audit chain whole.',
    response: z.strictObject({ ok: z.boolean(), checks: z.array(check) }),
  }),
  listAudit: define({
    method: 'GET',
    path: '/api/audit',
    access: { staff: 'audit.read' },
    summary: 'Who looked at or changed what, newest first.',
    query: z.strictObject({
      patientId: id.optional(),
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.strictObject({ events: z.array(auditEvent), more: z.boolean() }),
  }),
};
