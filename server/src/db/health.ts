import type pg from 'pg';
import { pendingMigrations } from './migrate.ts';

/** How the database is doing, for `doctor` and the health route. */
export interface DatabaseHealth {
  /** `18.4`, as the server calls itself. */
  version: string;
  /** Milliseconds for the simplest question and its answer. */
  roundTripMs: number;
  /** Bytes on disk. */
  size: number;
  /** Whether commits reach the disk before they are acknowledged. */
  isDurable: boolean;
  /** Migrations of this program that are not applied yet. */
  pending: string[];
}

/** Throws when the database cannot be reached, or is newer than this program. */
export async function checkDatabase(pool: pg.Pool): Promise<DatabaseHealth> {
  const { rows } = await pool.query<{ version: string; size: number; durable: boolean }>(`select
    split_part(current_setting('server_version'), ' ', 1) as version,
    pg_database_size(current_database()) as size,
    current_setting('fsync')::boolean and current_setting('synchronous_commit') <> 'off' as durable`);
  const pending = await pendingMigrations(pool);
  const start = performance.now();
  await pool.query('select 1');
  const roundTripMs = performance.now() - start;
  const { version = '', size = 0, durable = false } = rows[0] ?? {};
  return { version, roundTripMs, size, isDurable: durable, pending };
}
