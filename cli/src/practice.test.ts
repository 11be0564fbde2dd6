import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signIn } from '@superbill/server/auth/sign-in';
import { pendingMigrations } from '@superbill/server/db/migrate';
import { afterEach, expect, test, vi } from 'vitest';
import { emptyDatabase, testDatabase } from '../../test/database.ts';
import { loadDump, readDump } from '../../test/older-version/load-dump.ts';
import { aWorld, testKey } from '../../test/world.ts';
import { practiceCommand } from './practice.ts';

const database = await testDatabase();
const { system } = await aWorld(database);
const example = fileURLToPath(new URL('../../docs/practice.example.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'superbill-practice-'));

afterEach(() => vi.unstubAllEnvs());

async function run(file: string, url = database.url) {
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('SUPERBILL_KEYS', testKey.secret.toString('base64'));
  const out: string[] = [];
  const err: string[] = [];
  let status = 0;
  const terminal = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    input: (async function* () {})(),
    exit: (code: 0 | 1 | 2) => {
      status = code;
    },
  };
  await practiceCommand(terminal).parseAsync(['create', file, '--data', folder], { from: 'user' });
  return { out, err: err.join('\n'), status };
}

test('the example becomes a practice whose people can sign in, once', async () => {
  const { out, status } = await run(example);
  expect(status).toBe(0);
  const [login = '', password = ''] = out[1]?.trim().split(/\s+/) ?? [];
  expect((await signIn(system, { login, password })).answer).toMatchObject({
    step: 'signed-in',
    session: { organization: { name: 'Your Practice' } },
  });

  const again = await run(example);
  expect(again).toMatchObject({ status: 2, err: expect.stringContaining('is taken') });
});

test('a file with faults names each of them and sets nothing up', async () => {
  const file = join(folder, 'faulty.json');
  const faulty = { ...JSON.parse(readFileSync(example, 'utf8')), npi: '1234567890', users: [] };
  writeFileSync(file, JSON.stringify(faulty));
  const { err, status } = await run(file);
  expect(status).toBe(1);
  expect(err).toMatch(/npi: not an NPI/);
  expect(err).toMatch(/users: /);
});

test('a file that is no JSON is unreadable', async () => {
  const file = join(folder, 'text.json');
  writeFileSync(file, 'hello');
  expect(await run(file)).toMatchObject({
    status: 2,
    err: expect.stringContaining('cannot be read as JSON'),
  });
});

test('a database of an earlier version with a practice in it is backed up before it is upgraded', async () => {
  const backups = join(folder, 'backups');
  const older = await emptyDatabase();
  await loadDump(older.url, await readDump());
  const waiting = await pendingMigrations(older.pool);

  const blocked = join(folder, 'blocked');
  writeFileSync(blocked, 'a file where the folder should be');
  vi.stubEnv('SUPERBILL_BACKUP_DIR', blocked);
  expect(await run(example, older.url)).toMatchObject({
    status: 2,
    err: expect.stringContaining('could not be backed up'),
  });
  expect(await pendingMigrations(older.pool)).toEqual(waiting);

  vi.stubEnv('SUPERBILL_BACKUP_DIR', backups);
  const { status, err } = await run(example, older.url);
  expect(status, err).toBe(0);
  expect(await pendingMigrations(older.pool)).toEqual([]);
  const [name = '', ...more] = readdirSync(backups).filter((file) => file.endsWith('.backup'));
  expect(more).toEqual([]);
  expect(err).toContain(`Backed up to ${join(backups, name)}`);
}, 60_000);
