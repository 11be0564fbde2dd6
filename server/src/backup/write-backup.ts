import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Instant } from '@superbill/engines/model';
import pg from 'pg';
import about from '../../package.json' with { type: 'json' };
import { newId } from '../ids.ts';
import type { Keyring } from '../keys/keyring.ts';
import { BackupError } from './backup-error.ts';
import { copyOut } from './copy.ts';
import { listCodeSets, listDataFiles } from './data-files.ts';
import { describeSequences, describeTables, readAcrossOrganizations } from './describe-data.ts';
import { newHead, writeHead } from './head.ts';
import { type Closing, closingName, fileName, type Opening, openingName, tableName } from './manifest.ts';
import { end, partBlocks, partStart, Tally } from './parts.ts';
import { sealChunks } from './seal-stream.ts';

export interface BackupOptions {
  /** The database, as {@link Database} gives it. */
  url: string;
  /** The data directory, whose files beside the database are taken too. */
  data: string;
  /** Where backups are kept, which is not backed up itself. */
  backups?: string;
  file: string;
  keyring: Keyring;
  /** Opens the backup besides the key file. */
  passphrase?: string | undefined;
  withCodeSets?: boolean;
  takenAt: Instant;
  /** Hears what is being copied, and how many bytes of rows and files went before. */
  onProgress?: (part: string, bytes: number) => void;
}

export interface BackupMade {
  backupId: string;
  file: string;
  takenAt: Instant;
  /** Of the file. */
  bytes: number;
  tables: number;
  rows: number;
  files: number;
}

/**
 * Writes a backup of one moment: all rows of all tables from one snapshot, then the files beside the
 * database. Others go on working. The file appears under its name when it is whole, and only its owner may
 * read it; nothing stays of a backup that fails. Throws {@link BackupError}.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupMade> {
  const { url, file, keyring, passphrase, takenAt } = options;
  const unfinished = join(dirname(file), `.${newId()}.part`);
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the statement under way reports it
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read');
    const opening = await describe(client, options.data);
    const backupId = newId();
    const schema = opening.migrations.at(-1)?.name ?? '';
    const { head, key } = await newHead(
      { backupId, takenAt, product: about.version, schema },
      { keyring, passphrase },
    );
    const { bytes, bound } = writeHead(head);
    const closing: Closing = { tables: [], files: [] };
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    await pipeline(
      Readable.from(plainParts(client, opening, closing, options)),
      createGzip({ level: 4 }),
      async function* (compressed: AsyncIterable<Buffer>) {
        yield bytes;
        yield* sealChunks(compressed, key, bound);
      },
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    renameSync(unfinished, file);
    await syncFolder(dirname(file));
    return {
      backupId,
      file,
      takenAt,
      bytes: statSync(file).size,
      tables: closing.tables.length,
      rows: closing.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: closing.files.length,
    };
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    throw explain(error, file);
  } finally {
    await client.end().catch(() => {}); // a connection that broke is ended already
  }
}

/** What the backup is of. Everything after it reads the same snapshot. */
async function describe(client: pg.ClientBase, data: string): Promise<Opening> {
  await readAcrossOrganizations(client);
  const { rows: migrations } = await client.query<Opening['migrations'][number]>(
    'select name, checksum from schema_migration order by name collate "C"',
  );
  const { rows: there } = await client.query<{ epochs: boolean; postgres: string }>(
    `select to_regclass('restore_epoch') is not null as epochs, current_setting('server_version') as postgres`,
  );
  const { rows: organizations } = await client.query<Omit<Opening['organizations'][number], 'epoch'>>(`
    select o.organization_id as id, h.sequence::integer as "auditSequence", encode(h.hash, 'hex') as "auditHash"
    from organization o left join audit_head h using (organization_id) order by 1`);
  const epochs = there[0]?.epochs ? await readEpochs(client) : new Map<string, number>();
  return {
    migrations,
    sequences: await describeSequences(client),
    organizations: organizations.map((each) => ({ ...each, epoch: epochs.get(each.id) ?? 0 })),
    postgres: there[0]?.postgres ?? '',
    codeSets: await listCodeSets(data),
  };
}

async function readEpochs(client: pg.ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; epoch: number }>(
    'select organization_id as id, max(epoch)::integer as epoch from restore_epoch group by 1',
  );
  return new Map(rows.map(({ id, epoch }) => [id, epoch]));
}

async function* plainParts(
  client: pg.ClientBase,
  opening: Opening,
  closing: Closing,
  { data, backups, withCodeSets = false, onProgress = () => {} }: BackupOptions,
): AsyncGenerator<Buffer> {
  let passed = 0;
  yield partStart(openingName);
  yield* partBlocks([Buffer.from(JSON.stringify(opening))], new Tally());

  for (const { name, columns, copyOut: statement } of await describeTables(client)) {
    onProgress(name, passed);
    const tally = new Tally();
    const copied = counted(copyOut(client, statement));
    yield partStart(tableName(name, columns));
    yield* partBlocks(copied.pieces, tally);
    closing.tables.push({ name, rows: copied.rows(), bytes: tally.bytes, sha256: tally.sha256() });
    passed += tally.bytes;
  }
  await client.query('rollback'); // nothing was changed

  const done = new Set<string>();
  // Twice: while we read, a file that came in moves to the folder of those that were taken.
  for (const _ of [1, 2]) {
    for (const path of listDataFiles(data, { backups, codeSets: withCodeSets })) {
      if (done.has(path)) continue;
      const source = await openIfThere(join(data, path));
      if (!source) continue;
      done.add(path);
      onProgress(path, passed);
      const tally = new Tally();
      yield partStart(fileName(path));
      yield* partBlocks(source, tally);
      closing.files.push({ name: path, bytes: tally.bytes, sha256: tally.sha256() });
      passed += tally.bytes;
    }
  }
  yield partStart(closingName);
  yield* partBlocks([Buffer.from(JSON.stringify(closing))], new Tally());
  yield end;
}

/** A generator whose result is wanted after its pieces were taken. */
function counted(source: AsyncGenerator<Buffer, number>) {
  let rows = 0;
  const pieces = (async function* () {
    rows = yield* source;
  })();
  return { pieces, rows: () => rows };
}

async function openIfThere(path: string): Promise<AsyncIterable<Buffer> | undefined> {
  try {
    const handle = await open(path);
    return createReadStream(path, { fd: handle });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // it moved on
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function explain(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof BackupError || code === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new BackupError('failed', `There is no room for the backup at ${file}. Nothing was kept of it.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return new BackupError('failed', `${file} cannot be written (${code}). Name a folder of your own.`);
  if (code === '55P03')
    return new BackupError('failed', 'The database is in use by an older Superbill. Stop it, then back up.');
  return error;
}
