import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@superbill/engines/model';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/database.ts';
import { loadDump, readDump } from '../../../test/older-version/load-dump.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { openKeyring } from '../keys/keyring.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import { readRecord } from './record.ts';
import { restoreDatabase } from './restore-database.ts';
import { upgradeDatabase } from './upgrade.ts';

const folder = mkdtempSync(join(tmpdir(), 'superbill-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
const backups = join(folder, 'backups');
const env = { SUPERBILL_BACKUP_DIR: backups, SUPERBILL_KEY_FILE: join(folder, 'keys') };
const now = '2027-03-20T18:00:00.000Z' as Instant;
let said: string[];
const options = (more: NodeJS.ProcessEnv = {}) => ({
  data,
  now,
  env: { ...env, ...more },
  onProgress: (message: string) => said.push(message),
});

beforeEach(() => {
  said = [];
  rmSync(data, { recursive: true, force: true });
  rmSync(backups, { recursive: true, force: true });
  mkdirSync(data);
});

/** A database of version 0.1 with a practice in it. */
async function older() {
  const database = await emptyDatabase();
  await loadDump(database.url, await readDump());
  return database;
}

test('a database with a practice is backed up before it is upgraded, and that backup restores', async () => {
  const database = await older();
  await upgradeDatabase(database, options());
  expect(await pendingMigrations(database.pool)).toEqual([]);
  const [name = '', ...more] = readdirSync(backups);
  expect(more).toEqual([]);
  expect(name).toMatch(/^superbill-before-\d+\.\d+\.\d+-schema-0011-to-\d{4}-2027-03-20T180000Z\.backup$/);
  expect(said.join('\n')).toContain(`Backed up to ${join(backups, name)}`);
  expect(readRecord(data).backups).toMatchObject([{ ok: true, file: join(backups, name) }]);

  const again = await emptyDatabase();
  const opener = { keyring: openKeyring(env) };
  const take = { opener, now, onProgress: () => {}, file: async () => {} };
  await restoreDatabase(again.url, join(backups, name), take);
  expect(await listOrganizations(again)).toEqual(await listOrganizations(database));
});

test('a new database, an empty one and one that is up to date are not', async () => {
  const database = await emptyDatabase();
  await upgradeDatabase(database, options());
  await upgradeDatabase(database, options());
  expect(readdirSync(folder)).not.toContain('backups');
  expect(said).toEqual([expect.stringMatching(/^Database prepared \(\d+ migrations\)$/)]);
});

test('a backup that fails stops the upgrade and says what to do; off upgrades without one', async () => {
  const database = await older();
  const waiting = await pendingMigrations(database.pool);
  writeFileSync(backups, 'a file where the folder should be');
  await expect(upgradeDatabase(database, options())).rejects.toThrow(
    /was not upgraded.*could not be backed up.*SUPERBILL_BACKUP_BEFORE_UPGRADE=off/,
  );
  expect(await pendingMigrations(database.pool)).toEqual(waiting);

  await upgradeDatabase(database, options({ SUPERBILL_BACKUP_BEFORE_UPGRADE: 'off' }));
  expect(await pendingMigrations(database.pool)).toEqual([]);
  expect(said.join('\n')).toMatch(/without a backup, as it is set/);
});
