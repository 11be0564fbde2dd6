import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { aVisit } from '../../test/visit.ts';
import { aWorld, testKey } from '../../test/world.ts';
import { verifyCommand } from './verify.ts';

const database = await testDatabase();

/** Runs the command; answers what it printed and its exit status. */
async function run(url: string, ...args: string[]) {
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('SUPERBILL_KEYS', testKey.secret.toString('base64'));
  const out: string[] = [];
  let status = 0;
  const command = verifyCommand({
    out: (line) => out.push(line),
    err: () => {},
    input: (async function* () {})(),
    exit: (worst) => {
      status = Math.max(status, worst);
    },
  });
  await command.parseAsync(args, { from: 'user' });
  return { out, status };
}

afterEach(() => vi.unstubAllEnvs());

test('a database without a practice has nothing to prove', async () => {
  expect(await run(database.url)).toMatchObject({
    status: 0,
    out: [expect.stringMatching(/no practice yet/)],
  });
});

test('what is whole ends with 0, what is not with 1 and the name of the fault', async () => {
  const world = await aWorld(database);
  const { codeIds } = await aVisit(world);
  await aWorld(database);
  const whole = await run(database.url, '--json');
  expect(whole.status).toBe(0);
  expect(JSON.parse(whole.out[0] ?? '')).toMatchObject({
    ok: true,
    organizations: [{ ok: true }, { ok: true }],
  });

  await database.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${world.organizationId}, true)`.execute(tx);
    await sql`alter table code_evidence disable trigger user`.execute(tx);
    await tx.updateTable('code_evidence').set({ quote: 'something else' }).execute();
    await sql`alter table code_evidence enable trigger user`.execute(tx);
  });
  const { status, out } = await run(database.url);
  expect(status).toBe(1);
  expect(out.join('\n')).toContain(`FAULT  evidence-stands: evidence ${codeIds[0]}:1 does not stand`);
});

test('a folder without a database ends with 2, and none is made in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'superbill-verify-'));
  try {
    const { status, out } = await run('', '--data', folder, '--json');
    expect(status).toBe(2);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ error: { code: 'database.unreachable' } });
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a server that does not answer ends with 2', async () => {
  expect((await run('postgres://nobody:x@127.0.0.1:1/none')).status).toBe(2);
});
