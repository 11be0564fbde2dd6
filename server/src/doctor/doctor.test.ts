import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackupRun } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { someSubjects } from '../../../test/subjects.ts';
import { aWorld, password } from '../../../test/world.ts';
import { inTransaction } from '../db/connect.ts';
import { newKey, writeKeys } from '../keys/keyring.ts';
import { proveOrganization, readProof } from '../system/proof.ts';
import { checkBackupFolder, checkBackups } from './backups.ts';
import { checkClock, examineDatabase } from './database.ts';
import { examine } from './examine.ts';
import { checkDataDirectory, checkDisk, checkKeys, checkLeftovers, checkMail, checkNode } from './machine.ts';
import { examinePractice } from './practice.ts';

const folder = mkdtempSync(join(tmpdir(), 'superbill-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
const keys = join(folder, 'keys');
const env = { SUPERBILL_KEY_FILE: keys };
const now = '2027-03-20T18:00:00.000Z';

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeKeys(keys, [newKey()]);
});

describe('the machine', () => {
  test.each([
    ['20.18.9', 'fault'],
    ['20.19.0', 'fine'],
    ['24.1.0', 'fine'],
    ['18.20.0', 'fault'],
  ])('Node %s is %s', (version, severity) => expect(checkNode(version).severity).toBe(severity));

  test.each([
    [4.9, 100, 'fault', /refused until/],
    [5, 100, 'warning', /are free/],
    [10, 100, 'fine', /are free/],
    [30e9, 1000e9, 'fault', /30.0 GB of 1000.0 GB are free\.$/],
    [1.9e9, 1000e9, 'fault', /refused until/],
  ])('%f of %f bytes of the disk free is a %s', (freeBytes, totalBytes, severity, says) => {
    const found = checkDisk({ freeBytes, totalBytes });
    expect(found).toMatchObject({ check: 'disk', severity, message: expect.stringMatching(says) });
  });

  test('a data directory that others can read is a fault', () => {
    expect(checkDataDirectory({ data }).severity).toBe('fine');
    chmodSync(data, 0o755);
    expect(checkDataDirectory({ data })).toMatchObject({
      severity: 'fault',
      nextStep: `Run: chmod 700 ${data}`,
    });
  });

  test.each([
    { there: true, beside: [], severity: 'fine', says: /Nothing/ },
    { there: true, beside: ['restoring-0001'], severity: 'warning', says: /data\.restoring-0001/ },
    { there: true, beside: ['before-2027'], severity: 'fine', says: /Nothing/ },
    { there: true, beside: ['restored-0001'], severity: 'warning', says: /not in use/ },
    { there: false, beside: ['restored-0001', 'before-2027'], severity: 'fault', says: /not in its place/ },
    { there: false, beside: ['restoring-0001'], severity: 'fault', says: /not there/ },
    { there: false, beside: ['before-2027'], severity: 'fault', says: /not there/ },
  ])('what a restore left, $beside with a directory: $there, is a $severity', (given) => {
    if (given.there) writeFileSync(join(data, 'demo'), '');
    else rmSync(data, { recursive: true });
    for (const name of given.beside) mkdirSync(`${data}.${name}`);
    const found = checkLeftovers({ data, env: {} });
    expect(found).toMatchObject({ severity: given.severity, message: expect.stringMatching(given.says) });
    expect(found.nextStep !== '').toBe(given.severity !== 'fine');
  });

  test('a key file has to be there, closed, readable and elsewhere', () => {
    expect(checkKeys({ data, env }).severity).toBe('fine');
    chmodSync(keys, 0o644);
    expect(checkKeys({ data, env }).message).toMatch(/Others/);
    rmSync(keys);
    expect(checkKeys({ data, env })).toMatchObject({
      severity: 'fault',
      message: expect.stringMatching(/missing/),
    });
    writeFileSync(keys, 'not a key', { mode: 0o600 });
    expect(checkKeys({ data, env }).severity).toBe('fault');
    writeKeys(join(data, 'keys'), [newKey()]);
    expect(checkKeys({ data, env: { SUPERBILL_KEY_FILE: join(data, 'keys') } }).severity).toBe('warning');
  });

  test.each([
    [{}, 'warning'],
    [{ SUPERBILL_SMTP_URL: 'smtps://u:p@mail.example.org', SUPERBILL_MAIL_FROM: 'a@example.org' }, 'fine'],
    [{ SUPERBILL_SMTP_URL: 'mail.example.org', SUPERBILL_MAIL_FROM: 'a@example.org' }, 'fault'],
  ])('the mail server %j is %s', (settings, severity) => {
    expect(checkMail({ env: settings }).severity).toBe(severity);
  });
});

describe('backups', () => {
  const run = (at: string, ok = true): BackupRun => ({
    file: 'b',
    at: at as Instant,
    ok,
    bytes: 1,
    rows: 1,
    ms: 1,
    failure: ok ? null : 'There is no room.',
  });
  test.each([
    ['none ever', [], [], ['fault', 'warning']],
    [
      'a fresh one and a drill',
      [run('2027-03-20T02:00:00.000Z')],
      [run('2027-03-01T02:00:00.000Z')],
      ['fine', 'fine'],
    ],
    [
      'an old one, an old drill',
      [run('2027-03-17T02:00:00.000Z')],
      [run('2026-03-01T02:00:00.000Z')],
      ['fault', 'warning'],
    ],
    [
      'a failure after a good one',
      [run('2027-03-20T02:00:00.000Z', false), run('2027-03-20T01:00:00.000Z')],
      [],
      ['fault', 'warning'],
    ],
    [
      'a drill that failed',
      [run('2027-03-20T02:00:00.000Z')],
      [run('2027-03-01T02:00:00.000Z', false)],
      ['fine', 'warning'],
    ],
  ])('%s', (_, backups, drills, severities) => {
    expect(checkBackups({ backups, drills }, now).map(({ severity }) => severity)).toEqual(severities);
  });

  test('on the disk of the data are said to be', () => {
    mkdirSync(join(data, 'backups'));
    expect(checkBackupFolder(join(data, 'backups'), data).severity).toBe('warning');
    if (existsSync('/dev/shm')) expect(checkBackupFolder('/dev/shm', data).severity).toBe('fine');
    expect(checkBackupFolder(join(data, 'nowhere'), data).severity).toBe('warning');
  });
});

describe('the database', () => {
  const severityOf = async (check: string, pool: Parameters<typeof examineDatabase>[0]) =>
    (await examineDatabase(pool, new Date().toISOString())).find((finding) => finding.check === check)
      ?.severity;

  test.each([
    ['fences', 'alter table patient no force row level security'],
    ['fences', 'alter table posting disable trigger user'],
    ['schema', `delete from schema_migration where name = (select max(name) from schema_migration)`],
  ])('%s: %s', async (check, plant) => {
    const { pool } = await testDatabase();
    expect(await severityOf(check, pool)).toBe('fine');
    await pool.query(plant);
    expect(await severityOf(check, pool)).not.toBe('fine');
  });

  test.each([
    ['2027-03-20T18:00:05.000Z', 'fine'],
    ['2027-03-20T18:00:06.000Z', 'warning'],
    ['2027-03-20T17:00:00.000Z', 'warning'],
  ])('a clock at %s beside one at 18:00:00 is %s', (machine, severity) => {
    expect(checkClock(machine, now).severity).toBe(severity);
  });

  test('that does not answer is a fault among the rest', async () => {
    const world = await aWorld(await testDatabase());
    const findings = await examine({
      data,
      env,
      now,
      today: world.system.clock.today(),
      codeSets: world.system.codeSets,
      open: () => Promise.reject(new Error('Cannot reach the database')),
      knownPassword: 'superbill-demo',
    });
    expect(findings[0]?.severity).toBe('fault');
    expect(findings).toContainEqual(expect.objectContaining({ check: 'database', severity: 'fault' }));
    expect(findings).toContainEqual(expect.objectContaining({ check: 'code-sets', severity: 'warning' }));
  });
});

describe('a practice', async () => {
  const database = await testDatabase();
  const world = await aWorld(database);
  const { organizationId } = world;
  const look = async (knownPassword = 'superbill-demo', isDemo = false, at = now) => {
    const findings = await examinePractice(database.db, organizationId, { now: at, isDemo, knownPassword });
    return Object.fromEntries(findings.map(({ check, severity }) => [check, severity]));
  };

  test('is well, once it was proved', async () => {
    await someSubjects(world);
    expect(await look()).toMatchObject({ proof: 'warning' });
    world.system.clock.set(now as Instant);
    await proveOrganization(world.system, organizationId);
    expect(await look()).toEqual({
      sending: 'fine',
      'received-files': 'fine',
      proof: 'fine',
      passwords: 'fine',
    });
  });

  test('has log-ins with a password everybody knows, unless it is the demo', async () => {
    expect(await look(password)).toMatchObject({ passwords: 'fault' });
    expect(await look(password, true)).toMatchObject({ passwords: 'fine' });
  });

  test('has files that were not sent and not read in ten minutes', async () => {
    await inTransaction(database.db, { organizationId }, async (tx) => {
      await tx.updateTable('interchange').set({ state: 'prepared' }).execute();
      await tx.updateTable('inbound_file').set({ state: 'received' }).execute();
    });
    expect(await look('x', true)).toMatchObject({ sending: 'fault', 'received-files': 'fault' });
  });

  test('whose proof is old, or fails, is told so, and since when it fails stays', async () => {
    expect(await look('x', true, '2027-03-20T22:00:00.000Z')).toMatchObject({ proof: 'warning' });
    await database.db.transaction().execute(async (tx) => {
      await sql`select set_config('app.organization_id', ${organizationId}, true)`.execute(tx);
      await sql`alter table code_evidence disable trigger user`.execute(tx);
      await tx.updateTable('code_evidence').set({ quote: 'something else' }).execute();
      await sql`alter table code_evidence enable trigger user`.execute(tx);
    });
    await proveOrganization(world.system, organizationId);
    world.system.clock.set('2027-03-20T19:00:00.000Z' as Instant);
    await proveOrganization(world.system, organizationId);
    expect(await look('x', true)).toMatchObject({ proof: 'fault' });
    expect(await world.as('administrator', readProof)).toMatchObject({
      ok: false,
      failingSince: now,
      provedAt: '2027-03-20T19:00:00.000Z',
    });
  });
});
