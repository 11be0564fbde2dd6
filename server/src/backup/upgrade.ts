import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@superbill/engines/model';
import about from '../../package.json' with { type: 'json' };
import type { Database } from '../db/connect.ts';
import { migrate, pendingMigrations, readMigrations } from '../db/migrate.ts';
import { StartError } from '../db/start-error.ts';
import { makeFirstKey, openKeyring } from '../keys/keyring.ts';
import { describeFailure } from '../log.ts';
import { BackupError } from './backup-error.ts';
import { noteRun } from './record.ts';
import { configuredBackups } from './upkeep.ts';
import { writeBackup } from './write-backup.ts';

interface UpgradeOptions {
  data: string;
  env: NodeJS.ProcessEnv;
  now: Instant;
  onProgress(message: string): void;
}

/**
 * Brings the database to the schema of this program. One that holds a practice is backed up before, so that the old
 * program can go on with it; a new one is not. `SUPERBILL_BACKUP_BEFORE_UPGRADE=off` leaves the backup out. Throws
 * {@link StartError}, with nothing changed, when the backup fails.
 */
export async function upgradeDatabase(
  database: Pick<Database, 'pool' | 'url'>,
  options: UpgradeOptions,
): Promise<void> {
  const { onProgress } = options;
  const pending = await pendingMigrations(database.pool);
  if (pending.length > 0 && (await holdsPractice(database))) await backUp(database, pending.length, options);
  const applied = await migrate(database.pool);
  if (applied.length > 0) onProgress(`Database prepared (${applied.length} migrations)`);
}

/** The table that tells which practice a log-in is of is the one that can be read without naming a practice. */
async function holdsPractice({ pool }: Pick<Database, 'pool'>): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select to_regclass('sign_in_directory') is not null as there`,
  );
  return (
    rows[0]?.there === true && (await pool.query('select from sign_in_directory limit 1')).rows.length > 0
  );
}

async function backUp(
  { pool, url }: Pick<Database, 'pool' | 'url'>,
  pending: number,
  { data, env, now, onProgress }: UpgradeOptions,
): Promise<void> {
  const setting = env.SUPERBILL_BACKUP_BEFORE_UPGRADE ?? 'on';
  if (setting !== 'on' && setting !== 'off')
    throw new StartError('SUPERBILL_BACKUP_BEFORE_UPGRADE is on or off.');
  if (setting === 'off') return onProgress('Upgrading the database without a backup, as it is set');
  const { folder } = configuredBackups(env, data);
  const all = readMigrations();
  const from = all[all.length - pending - 1]?.name.slice(0, 4) ?? '';
  const to = all.at(-1)?.name.slice(0, 4) ?? '';
  const time = `${now.slice(0, 19).replaceAll(':', '')}Z`;
  const file = join(folder, `superbill-before-${about.version}-schema-${from}-to-${to}-${time}.backup`);
  onProgress('Backing up the database before it is upgraded');
  const began = performance.now();
  try {
    if (await isOlderThanKeys(pool)) makeFirstKey(env);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { bytes, rows } = await writeBackup({
      url,
      data,
      backups: folder,
      file,
      keyring: openKeyring(env),
      takenAt: now,
    });
    const ms = Math.round(performance.now() - began);
    noteRun(data, 'backups', { file, at: now, ok: true, bytes, rows, ms, failure: null });
    onProgress(`Backed up to ${file}`);
  } catch (error) {
    const isTold = error instanceof BackupError || error instanceof StartError;
    const why = isTold ? error.message : describeFailure(error);
    throw new StartError(
      `The database was not upgraded, because it could not be backed up before: ${why} Mend that and start again, or set SUPERBILL_BACKUP_BEFORE_UPGRADE=off when you have a backup of your own.`,
    );
  }
}

/** Version 0.1 sealed nothing and had no keys. */
async function isOlderThanKeys(pool: Database['pool']): Promise<boolean> {
  const { rows } = await pool.query<{ older: boolean }>(
    `select to_regclass('letter') is null and to_regclass('data_key') is null as older`,
  );
  return rows[0]?.older === true;
}
