import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '../../../test/database.ts';
import { aWorld } from '../../../test/world.ts';
import { openDatabase } from '../db/connect.ts';
import { StartError } from '../db/start-error.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import { besides, settleRestore } from './cut-off.ts';
import { writeBackup } from './write-backup.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const script = fileURLToPath(new URL('cut-off.fixture.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'superbill-cut-off-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const backup = join(folder, 'one.backup');
const passphrase = 'seven blue herons';
const now = '2027-03-20T18:00:00.000Z';
const data = join(folder, 'data');

beforeAll(async () => {
  const database = await testDatabase();
  const { system } = await aWorld(database);
  const source = join(folder, 'source');
  mkdirSync(source);
  writeFileSync(join(source, 'demo'), 'of the backup');
  const { keyring, clock } = system;
  const { url } = database;
  await writeBackup({ url, data: source, file: backup, keyring, passphrase, takenAt: clock.now() });
});

/** The data directory of before; nothing beside it. The mark of a cluster stands for its database. */
beforeEach(() => {
  for (const path of ['restoring', 'restored', 'before'].flatMap((stage) => besides(data, stage as 'before')))
    rmSync(path, { recursive: true });
  rmSync(data, { recursive: true, force: true });
  mkdirSync(join(data, 'postgres'), { recursive: true, mode: 0o700 });
  writeFileSync(join(data, 'postgres', 'PG_VERSION'), '18');
  writeFileSync(join(data, 'demo'), 'of before');
});

/** Restores over the data directory and is killed at a step. */
async function cutAt(step: string, url?: string): Promise<void> {
  const args = ['--import', tsx, script, backup, data, passphrase, step, ...(url ? [url] : [])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  await new Promise((ended) => child.once('exit', ended));
  expect(child.signalCode).toBe('SIGKILL');
}

const demoOf = (path: string) => readFileSync(join(path, 'demo'), 'utf8');
const settle = (ownServer = false) => settleRestore(data, { now, ownServer });

test.each(['organization', 'proofs', 'folders'])(
  'cut at "%s" the data directory is as it was, and a start goes on with it',
  async (step) => {
    await cutAt(step);
    expect(await settle()).toBeUndefined();
    expect(demoOf(data)).toBe('of before');
    expect(existsSync(join(data, 'postgres', 'PG_VERSION'))).toBe(true);
  },
  120_000,
);

test('cut between its two renames it is finished by the next start, and what was there is kept', async () => {
  await cutAt('folders: what was there is aside');
  expect(existsSync(data)).toBe(false);
  expect(await settle()).toMatch(/Finished/);
  expect(demoOf(data)).toBe('of the backup');
  expect(besides(data, 'before').map(demoOf)).toEqual(['of before']);
  expect(besides(data, 'restored')).toEqual([]);
  const database = await openDatabase({ data });
  try {
    expect(await listOrganizations(database)).toHaveLength(1);
  } finally {
    await database.close();
  }
}, 120_000);

test('cut at the very end nothing is left to do', async () => {
  await cutAt('folders: done');
  expect(await settle()).toBeUndefined();
  expect(demoOf(data)).toBe('of the backup');
}, 120_000);

test('into a server of one’s own: files follow a database that is restored, whichever rename was cut', async () => {
  for (const step of ['folders', 'folders: what was there is aside']) {
    const { url } = await emptyDatabase();
    await cutAt(step, url);
    expect(await settle(true)).toMatch(/Finished/);
    expect(demoOf(data)).toBe('of the backup');
    rmSync(data, { recursive: true });
    for (const kept of besides(data, 'before')) rmSync(kept, { recursive: true });
    mkdirSync(data);
    writeFileSync(join(data, 'demo'), 'of before');
  }
}, 120_000);

test.each([
  { left: ['restoring-1'], says: /cut off before it was whole.*remove/ },
  { left: ['restoring-1', 'before-2027'], says: /rename .*before-2027 to/ },
  { left: ['before-2027'], says: /no database in .* kept .*before-2027 aside/ },
  { left: ['restored-1', 'restored-2'], says: /Several restores/ },
])('without a data directory, beside $left, no empty database is begun', async ({ left, says }) => {
  rmSync(data, { recursive: true });
  for (const name of left) mkdirSync(`${data}.${name}`);
  try {
    const refused = await settle().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartError);
    expect((refused as Error).message).toMatch(says);
    expect(existsSync(data)).toBe(false);
  } finally {
    for (const name of left) rmSync(`${data}.${name}`, { recursive: true, force: true });
  }
});

test('an unfinished restore into a server of one’s own is not passed over', async () => {
  mkdirSync(`${data}.restoring-1`);
  await expect(settle(true)).rejects.toThrow(/cut off before it was whole/);
});
