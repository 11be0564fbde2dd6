import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cents, type Instant } from '@superbill/engines/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashAllRows } from '../../../test/all-rows.ts';
import { emptyDatabase, testDatabase } from '../../../test/database.ts';
import { someSubjects } from '../../../test/subjects.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { inTransaction } from '../db/connect.ts';
import { describeSchema } from '../db/describe-schema.ts';
import { keyringOf, newKey } from '../keys/keyring.ts';
import { verifyOrganization } from '../system/verify.ts';
import { readBackup } from './read-backup.ts';
import { restoreDatabase } from './restore-database.ts';
import { writeBackup } from './write-backup.ts';

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'superbill-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keyring = keyringOf([newKey()]);
const takenAt = '2027-03-20T18:00:00.000Z' as Instant;
const now = '2027-03-21T09:00:00.000Z';
const data = join(folder, 'data');
const good = join(folder, 'good.superbill');
const options = { url: database.url, data, keyring, takenAt };
const sendFile = 'exchange/0/to-payer/EXAMPLE-000000001.837p.x12';

let world: World;
let before: Awaited<ReturnType<typeof hashAllRows>>;
beforeAll(async () => {
  world = await aWorld(database);
  await someSubjects(world);
  await aWorld(database);
  await mkdir(join(data, 'exchange/0/to-payer'), { recursive: true });
  writeFileSync(join(data, sendFile), 'ISA*00*');
  writeFileSync(join(data, 'exchange/0/to-payer/.unfinished.part'), 'ISA');
  writeFileSync(join(data, 'database-password'), 'secret');
  writeFileSync(join(data, 'server.log'), '{}');
  before = await hashAllRows(database.url);
  await writeBackup({ ...options, file: good, passphrase: 'seven blue herons' });
});

/** Restores into a new database and answers it with the files that came along. */
async function restored(backup = good) {
  const target = await emptyDatabase();
  const files: string[] = [];
  const file = async (path: string, content: AsyncIterable<Buffer>) => {
    files.push(path);
    for await (const _ of content);
  };
  const read = await restoreDatabase(target.url, backup, {
    opener: { keyring },
    now,
    file,
    onProgress: () => {},
  });
  return { target, files, read };
}

describe('a backup', () => {
  test('is one file, for its owner alone, that tells nothing without its key', async () => {
    expect(statSync(good).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const bytes = readFileSync(good);
    for (const clear of ['Sally', 'Hypertension', 'ledger_entry', 'ISA*00'])
      expect(bytes.includes(clear)).toBe(false);
  });

  test('counts every row and file, and leaves out what is made anew', async () => {
    const { opening, closing } = await readBackup(good, { keyring });
    expect(closing.tables.map(({ name, rows }) => [name, rows])).toEqual(
      [...before].map(([name, { rows }]) => [name, rows]),
    );
    expect(closing.files.map(({ name }) => name)).toEqual([sendFile]);
    expect(opening.organizations).toHaveLength(2);
    expect(opening.organizations[0]?.auditHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['the key file', { keyring }, undefined],
    ['the passphrase', { passphrase: 'seven blue herons' }, undefined],
    ['another passphrase', { passphrase: 'seven blue heron' }, 'locked'],
    ['another key file', { keyring: keyringOf([newKey()]) }, 'locked'],
    ['nothing', {}, 'locked'],
  ])('opens with the right secret alone: %s', async (_, opener, reason) => {
    const read = readBackup(good, opener);
    if (reason) await expect(read).rejects.toMatchObject({ reason });
    else await expect(read).resolves.toBeDefined();
  });

  test('reads every row in one snapshot while others write', async () => {
    const file = join(folder, 'busy.superbill');
    let busy = true;
    const writing = (async () => {
      while (busy) await world.as('supervisor', async (unit) => unit.audit('test.write', { kind: 'test' }));
    })();
    await writeBackup({ ...options, file });
    busy = false;
    await writing;
    const { target } = await restored(file);
    expect(await verifyOrganization(target.db, world.organizationId)).toMatchObject({ ok: true });
  });

  test('that fails leaves neither a file nor a part of one, and says why', async () => {
    const before = readdirSync(folder);
    writeFileSync(join(folder, 'a-file'), '');
    await expect(writeBackup({ ...options, file: join(folder, 'a-file', 'b') })).rejects.toMatchObject({
      reason: 'failed',
      message: expect.stringMatching(/cannot be written/),
    });
    rmSync(join(folder, 'a-file'));
    const unreachable = new URL(database.url);
    unreachable.port = '1';
    await expect(
      writeBackup({ ...options, url: unreachable.href, file: join(folder, 'no') }),
    ).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(before);
  });

  test('is refused while a table hides rows from it', async () => {
    const other = await testDatabase();
    await other.pool.query('drop policy backup_reads on patient');
    await expect(writeBackup({ ...options, url: other.url, file: join(folder, 'no') })).rejects.toThrow(
      /would miss rows of patient/,
    );
  });
});

describe('damage is found and named', () => {
  const spoil = (name: string, change: (bytes: Buffer) => Buffer) => {
    const file = join(folder, name);
    writeFileSync(file, change(Buffer.from(readFileSync(good))));
    return readBackup(file, { keyring });
  };

  test.each([
    ['a changed byte', (bytes: Buffer) => flip(bytes, bytes.length - 40), /Chunk 0 was changed/],
    ['a changed head', (bytes: Buffer) => flip(bytes, 60), /head of this file|Chunk 0 was changed/],
    ['a cut at the end', (bytes: Buffer) => bytes.subarray(0, -1), /ends in chunk 0/],
    ['nothing but the head', (bytes: Buffer) => bytes.subarray(0, chunkStart(bytes)), /ends in chunk 0/],
    ['an empty file', () => Buffer.alloc(0), /not a backup of Superbill/],
    ['another file', () => Buffer.from('PK zip'), /not a backup of Superbill/],
    [
      'a repeated chunk',
      (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(chunkStart(bytes))]),
      /follows the last chunk/,
    ],
  ])('%s', async (name, change, message) => {
    const read = spoil(name.replaceAll(' ', '-'), change as (bytes: Buffer) => Buffer);
    await expect(read).rejects.toMatchObject({ reason: 'damaged', message: expect.stringMatching(message) });
  });

  const flip = (bytes: Buffer, at: number) => {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  const chunkStart = (bytes: Buffer) => 21 + bytes.readUInt32BE(17);
});

describe('a restore', () => {
  test('brings back every row, the same schema, and the files beside', async () => {
    const { target, files } = await restored();
    const after = await hashAllRows(target.url);
    const expected = new Map(before);
    // What an epoch changes on purpose: numbers, claims that were ready, files that were prepared.
    const changed = ['claim', 'claim_event', 'control_number', 'interchange', 'restore_epoch'];
    for (const name of changed) {
      expected.delete(name);
      after.delete(name);
    }
    expect(after).toEqual(expected);
    expect(await describeSchema(target.pool)).toBe(await describeSchema(database.pool));
    expect(files).toEqual([sendFile]);
    expect(await verifyOrganization(target.db, world.organizationId)).toMatchObject({ ok: true });
  });

  test('leaves fences, triggers and keys standing', async () => {
    const { target } = await restored();
    const scoped = <T>(run: Parameters<typeof inTransaction<T>>[2]) =>
      inTransaction(target.db, { organizationId: world.organizationId }, run);
    expect(await target.db.selectFrom('patient').selectAll().execute()).toEqual([]);
    await expect(
      scoped((tx) =>
        tx
          .updateTable('ledger_entry')
          .set({ amount_cents: cents(1) })
          .execute(),
      ),
    ).rejects.toThrow();
    await expect(target.pool.query('truncate ledger_entry cascade')).rejects.toThrow(/append-only/);
    const { rows } = await target.pool.query(
      `select from pg_trigger where tgenabled = 'D' union all select from pg_constraint where not convalidated`,
    );
    expect(rows).toEqual([]);
  });

  test('refuses a database that is not empty', async () => {
    const target = await emptyDatabase();
    await target.pool.query('create table something (id integer)');
    const restore = restoreDatabase(target.url, good, {
      opener: { keyring },
      now,
      file: async () => {},
      onProgress: () => {},
    });
    await expect(restore).rejects.toMatchObject({ reason: 'refused' });
  });

  test('that breaks off leaves the database as empty as it was', async () => {
    const target = await emptyDatabase();
    const cut = join(folder, 'cut.superbill');
    writeFileSync(cut, readFileSync(good).subarray(0, -5));
    const onProgress = () => {};
    await expect(
      restoreDatabase(target.url, cut, { opener: { keyring }, now, file: async () => {}, onProgress }),
    ).rejects.toMatchObject({ reason: 'damaged' });
    const { rows } = await target.pool.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace`,
    );
    expect(rows).toEqual([]);
  });
});
