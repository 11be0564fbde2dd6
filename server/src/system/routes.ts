import { routes } from '@superbill/contract';
import { sql } from 'kysely';
import about from '../../package.json' with { type: 'json' };
import { type Handler, handleInSteps, handlePublic } from '../http/handle.ts';
import { work } from '../work.ts';
import { verifyOrganization } from './verify.ts';

export const systemHandlers: Handler[] = [
  // Fails as every route does while the database is away: 503, without details.
  handlePublic(routes.readHealth, async ({ system }) => {
    await sql`select 1`.execute(system.db);
    return { ok: true, version: about.version };
  }),

  handleInSteps(routes.verify, async ({ system }, actor) => {
    const verdict = await verifyOrganization(system.db, actor.organizationId, [], system.keyring);
    await work(system, actor, async (unit) =>
      unit.audit('system.verify', { kind: 'organization', detail: { ok: verdict.ok } }),
    );
    return verdict;
  }),
];
