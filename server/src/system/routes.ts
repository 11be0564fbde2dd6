import { routes } from '@superbill/contract';
import { sql } from 'kysely';
import about from '../../package.json' with { type: 'json' };
import { headsBeside } from '../audit/heads.ts';
import { type Handler, handle, handleInSteps, handlePublic } from '../http/handle.ts';
import { work } from '../work.ts';
import { readProof } from './proof.ts';
import { verifyOrganization } from './verify.ts';

export const systemHandlers: Handler[] = [
  // Fails as every route does while the database is away: 503, without details.
  handlePublic(routes.readHealth, async ({ system }) => {
    await sql`select 1`.execute(system.db);
    return { ok: true, version: about.version };
  }),

  handle(routes.readLatestProof, async (unit) => ({ proof: await readProof(unit) })),

  handleInSteps(routes.verify, async ({ system }, actor) => {
    const verdict = await verifyOrganization(system.db, actor.organizationId, {
      heads: headsBeside(system, actor.organizationId),
      keyring: system.keyring,
    });
    await work(system, actor, async (unit) =>
      unit.audit('system.verify', { kind: 'organization', detail: { ok: verdict.ok } }),
    );
    return verdict;
  }),
];
