import { routes } from '@superbill/contract';
import { sql } from 'kysely';
import about from '../../package.json' with { type: 'json' };
import { type Handler, handle, handleInSteps, handlePublic } from '../http/handle.ts';
import { work } from '../work.ts';
import { listAudit } from './list-audit.ts';
import { verifyOrganization } from './verify.ts';

export const systemHandlers: Handler[] = [
  // Fails as every route does while the database is away: 503, without details.
  handlePublic(routes.readHealth, async ({ system }) => {
    await sql`select 1`.execute(system.db);
    return { ok: true, version: about.version };
  }),

  handleInSteps(routes.verify, async ({ system }, actor) => {
    const verdict = await verifyOrganization(system.db, actor.organizationId);
    await work(system, actor, async (unit) =>
      unit.audit('system.verify', { kind: 'organization', detail: { ok: verdict.ok } }),
    );
    return verdict;
  }),

  handle(routes.listAudit, async (unit, { query }) => {
    const list = await listAudit(unit, query);
    unit.audit('audit.list', {
      kind: 'audit',
      ...(query.patientId ? { patientId: query.patientId } : {}),
      detail: { count: list.events.length },
    });
    return list;
  }),
];
