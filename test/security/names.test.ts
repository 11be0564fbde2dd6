import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Instant } from '@superbill/engines/model';
import { mayRestore } from '@superbill/server/backup/data-files';
import { newHead, writeHead } from '@superbill/server/backup/head';
import { fileName, openingName } from '@superbill/server/backup/manifest';
import { end, partBlocks, partStart, Tally } from '@superbill/server/backup/parts';
import { restoreBackup } from '@superbill/server/backup/restore';
import { sealChunks } from '@superbill/server/backup/seal-stream';
import { importCodeSets } from '@superbill/server/codesets/import-code-sets';
import { loadStarter } from '@superbill/server/codesets/starter';
import { readMigrations } from '@superbill/server/db/migrate';
import { collectFiles } from '@superbill/server/files/collect';
import { folderExchange, folders } from '@superbill/server/files/folder-exchange';
import { sendFile } from '@superbill/server/http/download';
import { keyringOf, newKey } from '@superbill/server/keys/keyring';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { orderFile, tinyCodes } from '../code-files.ts';
import { emptyDatabase, testDatabase } from '../database.ts';
import { aWorld } from '../world.ts';
import { traversalForms } from './traversal-forms.ts';

// Names that become a place on the disk, from whoever sends files, makes backups or types a command.

const secret = 'the key of the house';
const root = await mkdtemp(join(tmpdir(), 'superbill-names-'));
afterAll(() => rm(root, { recursive: true, force: true }));
const home = join(root, 'a', 'b', 'c', 'd', 'e', 'f', 'g');
const exchangeFolder = join(home, 'exchange');
const inbox = join(exchangeFolder, 'practice', folders.in);
beforeEach(async () => {
  await rm(join(root, 'a'), { recursive: true, force: true });
  await mkdir(inbox, { recursive: true });
  for (const folder of [root, home]) await writeFile(join(folder, 'keys'), secret);
});

const forms = traversalForms([
  'keys',
  'data/keys',
  'etc/passwd',
  '.ssh/authorized_keys',
  'postgres/pg_hba.conf',
]);
const hosts = [
  '',
  '.',
  '..',
  '...',
  '~',
  '~/keys',
  '-rf',
  'a\0b',
  'C:\\keys',
  '\\\\host\\share\\keys',
  'a\nb',
];
const names = [...forms, ...hosts];

test('five hundred forms are tried', () => expect(new Set(names).size).toBeGreaterThanOrEqual(500));

/** Every path below the sandbox that is not in this folder of it. */
async function outside(of: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(of))
    .sort();
}

describe('the folders of an exchange', () => {
  const exchange = folderExchange(exchangeFolder);

  test('take no file out of them, whatever it is called', async () => {
    const before = await outside(join(exchangeFolder, 'practice', folders.out));
    for (const name of names) await exchange.send('practice', name, Buffer.from('ISA')).catch(() => {});
    const sent = await readdir(join(exchangeFolder, 'practice', folders.out));
    expect(sent.length).toBeGreaterThan(20);
    expect(sent.filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await outside(join(exchangeFolder, 'practice', folders.out))).toEqual(before);
  });

  test('move no file from elsewhere', async () => {
    for (const name of names) await exchange.taken('practice', name).catch(() => {});
    expect(await readFile(join(home, 'keys'), 'utf8')).toBe(secret);
    expect(await readFile(join(root, 'keys'), 'utf8')).toBe(secret);
  });

  test('give nothing that a link, a folder or a pipe leads to', async () => {
    await symlink(join(root, 'keys'), join(inbox, 'link.x12'));
    await symlink(root, join(inbox, 'folder-link'));
    await symlink(join(root, 'nowhere'), join(inbox, 'broken.x12'));
    await mkdir(join(inbox, 'folder.x12'));
    await writeFile(join(inbox, 'plain.x12'), 'ISA');
    const listed = await exchange.list('practice');
    expect(listed.map(({ fileName: name }) => name)).toEqual(['plain.x12']);
    // A link that takes the place of a file after it was listed.
    await rm(join(inbox, 'plain.x12'));
    await symlink(join(root, 'keys'), join(inbox, 'plain.x12'));
    await expect(listed[0]?.read()).rejects.toMatchObject({ code: 'ELOOP' });
  });

  test('go on giving when one file cannot be read', async () => {
    const world = await aWorld(await testDatabase());
    const own = join(exchangeFolder, world.organizationId, folders.in);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'first.x12'), 'ISA*00*');
    await writeFile(join(own, 'second.x12'), 'ISA*01*');
    const listing = folderExchange(exchangeFolder);
    const list: typeof listing.list = async (organizationId) => {
      const files = await listing.list(organizationId);
      await rm(join(own, 'first.x12'), { force: true });
      return files;
    };
    const system = { ...world.system, exchange: { ...listing, list } };
    expect(await collectFiles(system, world.organizationId)).toBe(2);
    expect(await readdir(join(exchangeFolder, world.organizationId, folders.taken))).toEqual(['second.x12']);
  });
});

describe('a file in a backup', () => {
  const data = join(home, 'data');

  test('stays in the data directory or is refused, whatever it is called', () => {
    const taken = names.filter((name) => mayRestore(data, name));
    expect(taken.filter((name) => !resolve(data, name).startsWith(data + sep))).toEqual([]);
    expect(taken.length).toBeLessThan(names.length / 2);
  });

  test.each([
    ...['postgres/standby.signal', 'POSTGRES/pg_hba.conf', 'postgres', 'binaries/18/bin/postgres', 'lock/1'],
    ...[
      'screens/index.html',
      'database-password',
      'maintenance.json',
      '.env',
      'exchange/.part',
      'a//b',
      'a/./b',
      '/a',
    ],
  ])('called %s is refused: it would be run, obeyed or served', (name) => {
    expect(mayRestore(data, name)).toBe(false);
  });

  test.each([
    'exchange/1/to-payer/CLINIC-1.837p.x12',
    'payer/journal.jsonl',
    'codesets/icd10cm/FY2026.sbc',
    'mail/1.eml',
  ])('called %s is restored', (name) => expect(mayRestore(data, name)).toBe(true));

  test.each(['../../keys', 'binaries/18/lib/libpq.so'])(
    'called %s ends the restore, and nothing of it stays',
    async (name) => {
      const keyring = keyringOf([newKey()]);
      const file = join(home, 'hostile.superbill');
      await writeSealed(file, name, keyring);
      const before = await outside('nowhere');
      const { url } = await emptyDatabase();
      const restoring = restoreBackup({
        file,
        data,
        url,
        opener: { keyring },
        now: '2027-03-21T09:00:00.000Z' as Instant,
      });
      await expect(restoring).rejects.toMatchObject({
        reason: 'damaged',
        message: expect.stringContaining('belongs nowhere'),
      });
      expect(await outside('nowhere')).toEqual(before);
    },
  );
});

/** A backup by somebody who has the key and means harm: the true schema, then one file. */
async function writeSealed(file: string, name: string, keyring: ReturnType<typeof keyringOf>): Promise<void> {
  const migrations = readMigrations().map(({ name: migration, checksum }) => ({ name: migration, checksum }));
  const opening = { migrations, sequences: [], organizations: [], postgres: '18', codeSets: [] };
  const { head, key } = await newHead(
    {
      backupId: '0198f6c0-0000-7000-8000-000000000000',
      takenAt: '2027-03-20T18:00:00.000Z',
      product: '0.1.0',
      schema: migrations.at(-1)?.name ?? '',
    },
    { keyring },
  );
  const { bytes, bound } = writeHead(head);
  async function* parts() {
    yield partStart(openingName);
    yield* partBlocks([Buffer.from(JSON.stringify(opening))], new Tally());
    yield partStart(fileName(name));
    yield* partBlocks([Buffer.from('harm')], new Tally());
    yield end;
  }
  const sealed: Buffer[] = [bytes];
  await pipeline(Readable.from(parts()), createGzip(), async (packed: AsyncIterable<Buffer>) => {
    for await (const chunk of sealChunks(packed, key, bound)) sealed.push(chunk);
  });
  await writeFile(file, Buffer.concat(sealed));
}

describe('a name typed at a prompt', () => {
  test('as an edition writes nothing', async () => {
    const starter = loadStarter();
    const order = join(home, 'order.txt');
    await writeFile(order, orderFile(tinyCodes));
    const before = await outside('nowhere');
    for (const edition of names)
      await expect(
        importCodeSets([order], { directory: join(home, 'codesets'), starter, edition }),
        edition,
      ).rejects.toThrow('is not an edition');
    expect(await outside('nowhere')).toEqual(before);
  });

  test('as a device is not read', async () => {
    expect((await stat('/dev/zero')).isFile()).toBe(false);
    const run = importCodeSets(['/dev/zero'], { directory: join(home, 'codesets'), starter: loadStarter() });
    await expect(run).rejects.toThrow('device or a pipe');
  });
});

test('a download has a name of ours, whatever it was asked for', () => {
  const headers: Record<string, string> = {};
  const context = { body: (_: unknown, __: number, sent: object) => Object.assign(headers, sent) } as never;
  const lines = (async function* () {})();
  for (const name of [...names, 'a"; filename="b', 'a\r\nset-cookie: b', 'ａ.csv'])
    expect(() => sendFile(context, { fileName: name, type: 'text/csv', lines }), name).toThrow(
      'not one of ours',
    );
  sendFile(context, { fileName: 'audit-2027-03-20.jsonl', type: 'text/csv', lines });
  expect(headers['content-disposition']).toBe('attachment; filename="audit-2027-03-20.jsonl"');
});
