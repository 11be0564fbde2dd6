import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { findRunning, startEmbedded } from './embedded.ts';
import { StartError } from './start-error.ts';
import type { DB as Tables } from './tables.ts';
import { rowTypes } from './types.ts';

export type { Tables };

/** The tables, before any organization is known: row-level security shows it no row of any of them. */
export type Db = Kysely<Tables>;

/** The tables inside one transaction, on behalf of one organization. What stores and use cases take. */
export type Tx = Transaction<Tables>;

export interface Database {
  db: Db;
  /** The same connections for what needs plain SQL: migrations, jobs, health. */
  pool: pg.Pool;
  url: string;
  /** Gives back the connections, and stops the embedded server if this call started it. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The user's own server (`DATABASE_URL`); without it the embedded one is started on `data`. */
  url?: string | undefined;
  data: string;
  /** Use the embedded server of another process on the same data folder, if there is one. */
  join?: boolean;
  onProgress?: (message: string) => void;
  /** Hears of connections that break while idle; the next query opens a new one. */
  onError?: (error: Error) => void;
  /** Hears, with the last lines of its log, when the embedded server ends though nobody closed it. */
  onCrash?: (log: string) => void;
}

/** Opens the product's database, starting the embedded server unless an address is given. Does not migrate. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url) return connect(options.url, options);
  const running = options.join ? await findRunning(options.data) : undefined;
  if (running) return connect(running, options);

  const server = await startEmbedded(options);
  let isClosing = false;
  void server.ended.then((log) => {
    if (!isClosing) options.onCrash?.(log);
  });
  try {
    const database = await connect(server.url, options);
    const close = async () => {
      isClosing = true;
      await database.close();
      await server.stop();
    };
    return { ...database, close };
  } catch (error) {
    isClosing = true;
    await server.stop();
    throw error;
  }
}

/**
 * Connects to a PostgreSQL of version 15 or newer. Never keeps anything in a session (no named statements,
 * no settings beyond a transaction), so a connection pooler in transaction mode may stand between.
 */
export async function connect(
  url: string,
  { onError = () => {}, connections = 10 }: { onError?: (error: Error) => void; connections?: number } = {},
): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections, types: rowTypes });
  // Without listeners a restart of the server would end this process. One that breaks while idle is told by the pool
  // and by itself, one in use by itself alone: each is told on once.
  const told = new WeakSet<Error>();
  const tell = (error: Error) => {
    if (!told.has(error)) onError(error);
    told.add(error);
  };
  pool.on('error', tell);
  pool.on('connect', (client) => void client.on('error', tell));
  try {
    const { rows } = await pool.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::integer as version, current_setting('server_encoding') as encoding`,
    );
    const { version = 0, encoding = '' } = rows[0] ?? {};
    if (version < 150_000)
      throw new StartError(`PostgreSQL ${Math.floor(version / 10_000)} is too old: use 15 or newer.`);
    if (encoding !== 'UTF8')
      throw new StartError(`The database is encoded in ${encoding}: create it with UTF8.`);
  } catch (error) {
    await pool.end();
    if (error instanceof StartError) throw error;
    throw new StartError(`Cannot reach the database at ${withoutPassword(url)}: ${(error as Error).message}`);
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, url, close: () => pool.end() }; // db.destroy() would forget a pool that it never used
}

/** On whose behalf a transaction acts. Nobody in particular for jobs and for a patient's own visits. */
export interface Actor {
  organizationId: string;
  userId?: string | undefined;
}

/**
 * Runs one transaction for one organization: as the role that owns nothing, seeing that organization's rows
 * alone. Role and organization end with the transaction, so no connection carries them to the next user.
 * A `snapshot` sees the database as it was at one moment, however many questions it asks, and only reads.
 */
export function inTransaction<T>(
  db: Db,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  kind: 'change' | 'snapshot' = 'change',
): Promise<T> {
  const transaction =
    kind === 'snapshot'
      ? db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      : db.transaction();
  return transaction.execute(async (tx) => {
    await sql`select
      set_config('role', 'superbill_app', true),
      set_config('timezone', 'UTC', true),
      set_config('app.organization_id', ${actor.organizationId}, true),
      set_config('app.user_id', ${actor.userId ?? ''}, true)`.execute(tx);
    return work(tx);
  });
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'the given address';
  const { host, pathname } = new URL(url);
  return host + pathname;
}
