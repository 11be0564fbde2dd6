import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { StartError } from './start-error.ts';

export interface Migration {
  /** `0002_tenancy`; the number gives the order. */
  name: string;
  sql: string;
  checksum: string;
}

const folder = fileURLToPath(new URL('migrations', import.meta.url));

/** The numbered SQL files of a folder, in order. Two with one number are a merge gone wrong and throw. */
export function readMigrations(from = folder): Migration[] {
  const files = readdirSync(from).filter((file) => file.endsWith('.sql'));
  const migrations = files.sort().map((file) => {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(file)) throw new Error(`${file} must be named like 0002_tenancy.sql`);
    const sql = readFileSync(join(from, file), 'utf8').replaceAll('\r\n', '\n');
    return { name: file.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
  const numbers = migrations.map(({ name }) => name.slice(0, 4));
  const twice = migrations.filter(({ name }, index) => numbers.indexOf(name.slice(0, 4)) !== index);
  if (twice[0])
    throw new Error(`two migrations share the number of ${twice[0].name}: renumber the newer one`);
  return migrations;
}

/**
 * Brings the database to the schema of this program and returns the names of what it applied. Each file
 * runs in a transaction of its own, so a database is at one migration or the next and never between; two
 * processes at once take turns. Refuses with {@link StartError} a database that is newer than this program
 * or was migrated with other files.
 */
export async function migrate(
  pool: pg.Pool,
  migrations = readMigrations(),
  onApply: (name: string) => void = () => {},
): Promise<string[]> {
  const applied: string[] = [];
  const client = await pool.connect();
  try {
    await prepare(client);
    for (const migration of migrations) {
      if (!(await applyNext(client, migration, migrations))) continue;
      applied.push(migration.name);
      onApply(migration.name);
    }
    checkHistory(await readHistory(client), migrations);
    return applied;
  } finally {
    client.release();
  }
}

/**
 * The same inside a transaction of the caller's, from the state the database is in up to the last of these:
 * for a restore, which has to happen whole. The caller makes sure that nobody else is at work.
 */
export async function migrateWithin(client: pg.ClientBase, migrations: Migration[]): Promise<void> {
  await client.query(historyTable);
  for (const migration of migrations) {
    await applyOne(client, migration, migrations);
    // As the commit after each would: checks that wait for it must not reach into the next migration.
    await client.query('set constraints all immediate; set constraints all deferred');
  }
}

/** Migrations of this program that the database has not seen. Changes nothing. */
export async function pendingMigrations(pool: pg.Pool, migrations = readMigrations()): Promise<string[]> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select to_regclass('schema_migration') is not null as there`,
  );
  const history = rows[0]?.there ? await readHistory(pool) : [];
  checkHistory(history, migrations);
  return migrations.slice(history.length).map(({ name }) => name);
}

interface Applied {
  name: string;
  checksum: string;
}

async function prepare(client: pg.PoolClient): Promise<void> {
  await inLockedTransaction(client, () => client.query(historyTable));
}

const historyTable = `create table if not exists schema_migration (
  name       text        primary key,
  checksum   text        not null,
  applied_at timestamptz not null default now()
)`;

/** Applies a migration unless the database has it; false when there was nothing to do. */
function applyNext(client: pg.PoolClient, migration: Migration, all: Migration[]): Promise<boolean> {
  return inLockedTransaction(client, () => applyOne(client, migration, all));
}

async function applyOne(client: pg.ClientBase, migration: Migration, all: Migration[]): Promise<boolean> {
  const history = await readHistory(client);
  checkHistory(history, all);
  if (history.some(({ name }) => name === migration.name)) return false;

  const forced = await liftRowSecurity(client);
  try {
    await client.query(migration.sql);
  } catch (error) {
    throw explain(error, migration);
  }
  await forceRowSecurity(client, forced);
  await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
    migration.name,
    migration.checksum,
  ]);
  return true;
}

/**
 * While a migration runs, its owner sees every row of the tables that were there before. Behind forced
 * row-level security it would silently see none: changes of data and checks of new keys would do nothing.
 */
export async function liftRowSecurity(client: pg.ClientBase): Promise<number[]> {
  const { rows } = await client.query<{ oid: number; lift: string }>(
    `select oid::integer, format('alter table %s no force row level security', oid::regclass) as lift
     from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace`,
  );
  await client.query(rows.map(({ lift }) => lift).join(';'));
  return rows.map(({ oid }) => oid);
}

export async function forceRowSecurity(client: pg.ClientBase, tables: number[]): Promise<void> {
  const { rows } = await client.query<{ force: string }>(
    `select format('alter table %s force row level security', oid::regclass) as force
     from pg_class where oid::integer = any($1)`, // a table that the migration dropped is not found
    [tables],
  );
  await client.query(rows.map(({ force }) => force).join(';'));
}

async function readHistory(client: pg.ClientBase | pg.Pool): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select name, checksum from schema_migration order by name collate "C"',
  );
  return rows;
}

/** What was applied must be exactly the first of our files, unchanged. */
function checkHistory(history: Applied[], migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of history) {
    if (!known.has(name)) {
      throw new StartError(
        `The database is newer than this program: it has ${name}. Update Superbill, then start again.`,
      );
    }
    if (known.get(name) !== checksum) {
      throw new StartError(
        `The file ${name}.sql is not the one this database was made with. Put the old file back and write the ` +
          'change as a new migration, or start on a new, empty database.',
      );
    }
  }
  const last = history.at(-1)?.name ?? '';
  const late = migrations.find(({ name }, index) => name < last && history[index]?.name !== name);
  if (late) throw new StartError(`${late.name}.sql came after ${last} was applied: give it a higher number.`);
}

/** Runs work in a transaction that only one process at a time may be in. */
async function inLockedTransaction<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('superbill migration', 0))`);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function explain(error: unknown, { name, sql }: Migration): StartError {
  const { message, hint, position } = error as { message: string; hint?: string; position?: string };
  const line = position ? ` line ${sql.slice(0, Number(position)).split('\n').length}` : '';
  return new StartError(`${name}.sql${line}: ${message}${hint ? `. ${hint}` : ''}. Nothing of it was kept.`);
}
