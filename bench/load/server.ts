// The server under load, in a process of its own: the real application on a real PostgreSQL (the embedded one, synced
// at each commit, or DATABASE_URL), with a practice whose clock runs. Tells its parent where it is, and on request
// what it holds.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Role, roles } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { openStaffSession } from '@superbill/server/auth/sessions';
import { openEditionStore } from '@superbill/server/codesets/edition-store';
import { loadStarter } from '@superbill/server/codesets/starter';
import { openDatabase } from '@superbill/server/db/connect';
import { migrate } from '@superbill/server/db/migrate';
import { handlers } from '@superbill/server/handlers';
import { createApp } from '@superbill/server/http/app';
import { serve } from '@superbill/server/http/serve';
import { createStatement } from '@superbill/server/statements/create-statement';
import { issueLink } from '@superbill/server/statements/links';
import { verifyOrganization } from '@superbill/server/system/verify';
import { sql } from 'kysely';
import { adjust, answerClaim, aVisit, sendClaim } from '../../test/visit.ts';
import { aWorld } from '../../test/world.ts';
import type { Holds, Ready } from './messages.ts';

const [users = '50', visits = '100'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'superbill-load-'));
const database = await openDatabase({ url: process.env.DATABASE_URL, data: join(folder, 'data') });
await migrate(database.pool);
const world = await aWorld(database);
world.system.codeSets = openEditionStore('/nonexistent', loadStarter());
const began = world.system.clock.now();
const started = performance.now();
const ticking = setInterval(
  () => world.system.clock.set(addMilliseconds(began, Math.round(performance.now() - started)) as Instant),
  50,
);

// Something at every desk, and bills for patients to open.
const bills: string[] = [];
for (let number = 0; number < Number(visits); number += 1) {
  const visit = await aVisit(world);
  if (number % 4 !== 0) continue;
  await answerClaim(world, await sendClaim(world, visit), [
    [adjust('CO', '45', 3000), adjust('PR', '1', 4000)],
  ]);
  const link = await world.as('biller', async (unit) =>
    issueLink(unit, (await createStatement(unit, visit.patientId)).id),
  );
  bills.push(link.slice(link.indexOf('#') + 1));
}
const sessions = Object.fromEntries(roles.map((role) => [role, [] as string[]])) as Record<Role, string[]>;
for (const role of roles)
  for (let number = 0; number < Number(users); number += 1)
    sessions[role].push(await world.as(role, (unit) => openStaffSession(unit, unit.userId, role)));

writeFileSync(join(folder, 'index.html'), '<!doctype html>');
const app = createApp(world.system, handlers);
const server = await serve(app, { port: 0, host: '127.0.0.1', webFolder: folder });

/** What the process and the database hold, garbage collected before. */
async function holds(): Promise<Holds> {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  const { heapUsed, rss, external } = process.memoryUsage();
  const { rows } = await sql<{ connections: number; idleInTransaction: number; megabytes: number }>`
    select count(*)::int as connections,
      (count(*) filter (where state like 'idle in transaction%'))::int as "idleInTransaction",
      (pg_database_size(current_database()) / 1048576)::int as megabytes
    from pg_stat_activity where datname = current_database()`.execute(database.db);
  const [stored] = rows;
  const handles = process.getActiveResourcesInfo().length;
  return {
    heap: heapUsed / 2 ** 20,
    external: external / 2 ** 20,
    rss: rss / 2 ** 20,
    handles,
    ...mustBe(stored),
  };
}

function mustBe<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the database told nothing of itself');
  return value;
}

process.on('message', (asked: 'holds' | 'stop') => {
  const answer = async () => {
    if (asked === 'holds') return process.send?.({ holds: await holds() });
    clearInterval(ticking);
    await server.stop();
    const verdict = await verifyOrganization(world.system.db, world.organizationId);
    await database.close();
    rmSync(folder, { recursive: true, force: true });
    process.send?.({ whole: verdict.ok }, () => process.exit(0));
  };
  answer().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
const { payerId, practitionerId, locationId } = world;
const ready: Ready = { port: server.port, sessions, bills, ids: { payerId, practitionerId, locationId } };
process.send?.({ ready });
