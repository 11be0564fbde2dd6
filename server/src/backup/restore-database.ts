import pg from 'pg';
import {
  forceRowSecurity,
  liftRowSecurity,
  type Migration,
  migrateWithin,
  readMigrations,
} from '../db/migrate.ts';
import { BackupError } from './backup-error.ts';
import { beginEpoch } from './begin-epoch.ts';
import type { BackupHead, Opener } from './head.ts';
import { beginLoading, type Loading } from './load-rows.ts';
import type { Opening } from './manifest.ts';
import { type ReadBackup, readBackup, type Taker } from './read-backup.ts';

/**
 * Fills an empty database from a backup and brings it to this program's schema, in one transaction: at the end
 * everything is there or nothing. `file` takes the files beside the database as they pass. Throws
 * {@link BackupError} when the database is not empty, the backup newer than this program, or damaged.
 */
export async function restoreDatabase(
  url: string,
  backup: string,
  {
    opener,
    now,
    file,
    onProgress,
  }: {
    opener: Opener;
    now: string;
    file: NonNullable<Taker['file']>;
    onProgress: (part: string) => void;
  },
): Promise<ReadBackup> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the statement under way reports it
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('superbill migration', 0))`);
    await refuseFull(client);
    const all = readMigrations();
    let loading: Loading | undefined;
    let opened: Opening | undefined;
    const read = await readBackup(backup, opener, {
      async opening(opening) {
        opened = opening;
        loading = await beginLoading(client, migrationsOf(opening, all));
      },
      async table(name, columns, rows) {
        onProgress(name);
        if (!loading) throw new BackupError('damaged', 'The backup does not begin with its schema.');
        return loading.table(name, columns, rows);
      },
      file,
    });
    await loading?.finish(opened?.sequences ?? []);
    onProgress('checks');
    await migrateWithin(client, all);
    await startAnew(client, read.head, now);
    await client.query('commit');
    return read;
  } catch (error) {
    await client.query('rollback').catch(() => {}); // a connection that broke has rolled back by itself
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function startAnew(client: pg.ClientBase, head: BackupHead, now: string): Promise<void> {
  const forced = await liftRowSecurity(client);
  await beginEpoch(client, head, now);
  // Deferred checks first: a table with checks outstanding cannot be fenced again.
  await client.query('set constraints all immediate');
  await forceRowSecurity(client, forced);
}

async function refuseFull(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    `select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') limit 1`,
  );
  if (rows.length > 0)
    throw new BackupError(
      'refused',
      'The database is not empty. Restore into a new one, or name a data directory that does not exist yet.',
    );
}

/** The migrations the rows were written under, which must be the first of ours, unchanged. */
function migrationsOf({ migrations }: Opening, all: Migration[]): Migration[] {
  const newer = migrations.find(({ name }, index) => all[index]?.name !== name);
  if (newer)
    throw new BackupError(
      'refused',
      `The backup was made by another version of Superbill: it has ${newer.name}. Restore it with that version.`,
    );
  const changed = migrations.find(({ checksum }, index) => all[index]?.checksum !== checksum);
  if (changed)
    throw new BackupError(
      'refused',
      `The backup was made with another ${changed.name}.sql than this program has.`,
    );
  return all.slice(0, migrations.length);
}
