import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pendingMigrations } from '@superbill/server/db/migrate';
import { keyringOf, newKey, openKeyring, readKeyFile, writeKeys } from '@superbill/server/keys/keyring';
import { loadPatient } from '@superbill/server/patients/store';
import { verifyOrganization } from '@superbill/server/system/verify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '../../test/database.ts';
import { loadDump, readDump } from '../../test/older-version/load-dump.ts';
import { aPatient } from '../../test/visit.ts';
import { aWorld } from '../../test/world.ts';
import { keysCommand } from './keys.ts';

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'superbill-keys-'));
const file = join(folder, 'keys');
const before = { ...process.env };
beforeAll(() => Object.assign(process.env, { DATABASE_URL: database.url, SUPERBILL_KEY_FILE: file }));
afterAll(() => {
  process.env = before;
});

async function keys(...args: string[]) {
  const said: string[] = [];
  let status = 0;
  const terminal = {
    out: (line: string) => void said.push(line),
    err: (line: string) => void said.push(line),
    exit: (code: number) => {
      status = code;
    },
  };
  await keysCommand(terminal as never).parseAsync(['node', 'keys', ...args, '--data', folder]);
  return { status, said: said.join('\n') };
}

test('a key is added, takes over, and the old one goes when nothing needs it', async () => {
  const world = await aWorld(database, { keyring: keyringOf(start()) });
  await aPatient(world);
  const [first] = readKeyFile(file);
  expect((await keys('status')).said).toMatch(new RegExp(`${first?.id}  \\d+ values, in use`));
  const rotated = await keys('rotate');
  expect(rotated, rotated.said).toMatchObject({ status: 0 });
  const both = readKeyFile(file);
  expect(both.map(({ id }) => id)).toEqual([first?.id, both[1]?.id]);
  const ring = keyringOf(both.slice(1));
  expect(await verifyOrganization(database.db, world.organizationId, { keyring: ring })).toMatchObject({
    ok: true,
  });
  const stranger = keyringOf([newKey()]);
  const without = await verifyOrganization(database.db, world.organizationId, { keyring: stranger });
  expect(without.ok).toBe(false);
  const sealed = without.checks.find(({ name }) => name === 'sealed-values');
  expect(sealed?.detail).toContain(`The key ${both[1]?.id}`);
  expect((await keys('prune')).said).toContain('1 keys removed');
  expect(readKeyFile(file).map(({ id }) => id)).toEqual([both[1]?.id]);

  const good = readFileSync(file);
  writeKeys(file, [newKey()]);
  const lost = await keys('rotate');
  expect(lost.status).toBe(2);
  expect(lost.said).toContain(`The key ${both[1]?.id}`);
  expect(lost.said).toContain(file);
  writeFileSync(file, good);
  expect((await keys('status')).status).toBe(0);
}, 60_000);

test('a running server goes on through rotations and a prune, without a restart and without a failure', async () => {
  const keyring = openKeyring(process.env);
  const world = await aWorld(database, { keyring });
  const patientId = await aPatient(world);
  const memberId = () =>
    world.as('biller', async (unit) => (await loadPatient(unit, patientId)).coverages[0]?.memberId);
  const before = await memberId();
  const keysBefore = readKeyFile(file).length;
  let rotating = true;
  let served = 0;
  const serving = (async () => {
    while (rotating) {
      expect(await memberId()).toBe(before);
      await aPatient(world);
      served += 1;
    }
  })();
  for (let turn = 0; turn < 3; turn += 1) {
    const { status, said } = await keys('rotate');
    expect(status, said).toBe(0);
    expect(said).toMatch(
      new RegExp(`${world.organizationId}: \\d+ data keys wrapped, [1-9]\\d* rows sealed`),
    );
  }
  expect((await keys('prune')).said).toContain(`${keysBefore + 2} keys removed, 1 kept`);
  const servedBefore = served;
  while (served < servedBefore + 2) await memberId();
  rotating = false;
  await serving;
  expect(served).toBeGreaterThan(3);
  expect(await memberId()).toBe(before);
  expect(keyring.currentId).toBe(readKeyFile(file)[0]?.id);
}, 60_000);

test('a database of an earlier version is left as it is', async () => {
  const older = await emptyDatabase();
  await loadDump(older.url, await readDump());
  const waiting = await pendingMigrations(older.pool);
  process.env.DATABASE_URL = older.url;
  try {
    for (const command of ['status', 'rotate', 'prune'])
      expect(await keys(command)).toEqual({
        status: 2,
        said: 'The database is from an earlier version. Start Superbill once, then try again.',
      });
  } finally {
    process.env.DATABASE_URL = database.url;
  }
  expect(waiting).not.toEqual([]);
  expect(await pendingMigrations(older.pool)).toEqual(waiting);
}, 60_000);

function start() {
  writeKeys(file, [newKey()]);
  return readKeyFile(file);
}
