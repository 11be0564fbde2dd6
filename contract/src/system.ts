import { z } from 'zod';
import { define } from './define.ts';

export const check = z.strictObject({
  name: z.string(),
  ok: z.boolean(),
  /** What was counted, or what is wrong and what to do. */
  detail: z.string(),
});
export type Check = z.output<typeof check>;

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
};
