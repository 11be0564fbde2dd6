import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@superbill/server/db/connect';
import { migrate } from '@superbill/server/db/migrate';
import { keyFile, newKey, writeKeys } from '@superbill/server/keys/keyring';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { aVisit } from '../../test/visit.ts';
import { aWorld, testKey } from '../../test/world.ts';
import { backupCommand } from './backup.ts';
import { doctorCommand } from './doctor.ts';
import { restoreCommand } from './restore.ts';
import { sendingCommand } from './sending.ts';
import type { Terminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'superbill-cli-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());
const data = join(folder, 'data');
const backup = join(folder, 'first.backup');
const program = new URL('../superbill.mjs', import.meta.url).pathname;

type Make = (terminal: Terminal) => { parseAsync(args: string[], from: { from: 'user' }): Promise<unknown> };

/** Runs a command on the built-in database; answers what it printed and its exit status. */
async function run(make: Make, ...args: string[]) {
  vi.stubEnv('DATABASE_URL', '');
  const out: string[] = [];
  const err: string[] = [];
  let status = 0;
  await make({
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    input: (async function* () {})(),
    exit: (worst) => {
      status = Math.max(status, worst);
    },
  }).parseAsync(args, { from: 'user' });
  return { out, err: err.join('\n'), status, json: () => JSON.parse(out[0] ?? '') };
}

beforeAll(async () => {
  writeKeys(keyFile(process.env), [testKey]);
  const database = await openDatabase({ data });
  await migrate(database.pool);
  await aVisit(await aWorld(database));
  await database.close();
  writeFileSync(join(data, 'demo'), 'invented');
});

test('backs up, proves the backup, tries it, and restores it', async () => {
  const made = await run(backupCommand, backup, '--data', data, '--json');
  expect(made).toMatchObject({ status: 0, err: expect.stringMatching(/patient/) });
  const { rows } = made.json();
  expect(rows).toBeGreaterThan(20);
  expect(await run(backupCommand, backup, '--data', data)).toMatchObject({
    status: 2,
    err: expect.stringMatching(/there already/),
  });

  const listed = (await run(backupCommand, backup, '--list', '--json')).json();
  expect(listed).toMatchObject({ ok: true, files: [{ name: 'demo' }] });

  const before = readdirSync(folder);
  const drill = await run(
    restoreCommand,
    backup,
    '--drill',
    '--drill-folder',
    join(folder, 'drills'),
    '--data',
    data,
    '--json',
  );
  expect(drill.json()).toMatchObject({ ok: true, rows });
  expect(readdirSync(join(folder, 'drills'))).toEqual([]);
  expect(readdirSync(folder).filter((name) => name !== 'drills')).toEqual(before);
  expect(JSON.parse(readFileSync(join(data, 'maintenance.json'), 'utf8'))).toMatchObject({
    backups: [{ ok: true, rows }],
    drills: [{ ok: true, rows }],
  });

  expect(await run(restoreCommand, backup, '--data', data)).toMatchObject({
    status: 2,
    err: expect.stringMatching(/not empty/),
  });
  const restored = await run(restoreCommand, backup, '--data', data, '--replace', '--json');
  expect(restored.json()).toMatchObject({ ok: true, rows });
  expect(existsSync(join(restored.json().kept, 'postgres'))).toBe(true);
  expect(readFileSync(join(data, 'demo'), 'utf8')).toBe('invented');

  expect((await run(sendingCommand, 'status', '--data', data)).out[0]).toMatch(/paused since a restore/);
  expect((await run(sendingCommand, 'resume', '--data', data)).out[0]).toMatch(/files go out/);
}, 240_000);

test('a passphrase from a file opens a backup without the key file', async () => {
  const passphrase = join(folder, 'passphrase');
  const file = join(folder, 'second.backup');
  writeFileSync(passphrase, 'seven blue herons\n');
  expect(await run(backupCommand, file, '--data', data, '--passphrase-file', passphrase)).toMatchObject({
    status: 0,
  });
  const otherKeys = join(folder, 'other-keys');
  writeKeys(otherKeys, [newKey()]);
  vi.stubEnv('SUPERBILL_KEY_FILE', otherKeys);
  expect(await run(backupCommand, file, '--list')).toMatchObject({
    status: 2,
    err: expect.stringMatching(/not in the key file/),
  });
  expect(await run(backupCommand, file, '--list', '--passphrase-file', passphrase)).toMatchObject({
    status: 0,
  });
  writeFileSync(passphrase, 'short\n');
  expect(await run(backupCommand, file, '--list', '--passphrase-file', passphrase)).toMatchObject({
    status: 2,
  });
}, 120_000);

test('a restore that is killed midway leaves the data directory as it was', async () => {
  const before = readdirSync(data).sort();
  const env = { ...process.env, DATABASE_URL: '' };
  const child = spawn(process.execPath, [program, 'restore', backup, '--data', data, '--replace'], { env });
  await new Promise<void>((seen) => {
    child.stderr.on('data', (text: Buffer) => text.includes('organization') && seen());
    child.once('exit', () => seen());
  });
  child.kill('SIGKILL');
  await new Promise((ended) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', ended) : ended(null),
  );
  expect(child.signalCode).toBe('SIGKILL');
  expect(readdirSync(data).sort()).toEqual(before);
  const left = readdirSync(folder).filter((name) => name.startsWith('data.restoring-'));
  expect(left).toHaveLength(1);
  const { json } = await run(doctorCommand, '--data', data, '--json');
  expect(json().findings).toContainEqual(
    expect.objectContaining({ check: 'leftovers', severity: 'warning' }),
  );
}, 120_000);

test('a backup that is killed midway leaves no file under its name', async () => {
  const file = join(folder, 'killed', 'a.backup');
  const env = { ...process.env, DATABASE_URL: '' };
  const child = spawn(process.execPath, [program, 'backup', file, '--data', data], { env });
  await new Promise<void>((seen) => {
    child.stderr.on('data', (text: Buffer) => text.includes('app_user') && seen());
    child.once('exit', () => seen());
  });
  child.kill('SIGKILL');
  await new Promise((ended) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', ended) : ended(null),
  );
  expect(child.signalCode).toBe('SIGKILL');
  expect(existsSync(file)).toBe(false);
}, 120_000);

test('the doctor says what is wrong, the worst first, and ends with 2 for a fault', async () => {
  rmSync(join(data, 'maintenance.json'), { force: true });
  const { out, status } = await run(doctorCommand, '--data', data);
  expect(status).toBe(2);
  expect(out[0]).toMatch(/^FAULT/);
  expect(out.join('\n')).toMatch(/backup: No backup was ever made here/);
}, 120_000);
