import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupsView } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { Keyring } from '../keys/keyring.ts';
import { describeFailure, type Log } from '../log.ts';
import { BackupError } from './backup-error.ts';
import { scheduledName, toRemove } from './keep.ts';
import { noteRun, readRecord } from './record.ts';
import { writeBackup } from './write-backup.ts';

/** What the server keeps up besides its work: backups, by the clock and when somebody asks. */
export interface Upkeep {
  data: string;
  /** The database, for what looks at it from outside a unit of work. */
  url: string;
  /** The password of the demo's log-ins, which no practice of one's own should have. */
  knownPassword: string;
  view(): BackupsView;
  /** Begins a backup; throws `backup.running` while another is being made. */
  begin(): void;
  stop(): Promise<void>;
}

export interface UpkeepOptions {
  url: string;
  data: string;
  /** Where backups go. */
  folder: string;
  knownPassword: string;
  /** Hours between backups; null when only people make them. */
  everyHours: number | null;
  keyring: Keyring;
  clock: Clock;
  log: Log;
}

/** How often it is looked whether a backup is due. */
const looksEveryMs = 60_000;

/** A folder and a pace as the operator set them: `SUPERBILL_BACKUP_DIR`, `SUPERBILL_BACKUP_HOURS` (24). */
export function configuredBackups(env: NodeJS.ProcessEnv, data: string) {
  const folder = env.SUPERBILL_BACKUP_DIR || join(data, 'backups');
  const hours = Number(env.SUPERBILL_BACKUP_HOURS || 24);
  if (!(hours > 0))
    throw new BackupError('refused', 'SUPERBILL_BACKUP_HOURS is a number of hours above zero.');
  return { folder, everyHours: env.SUPERBILL_BACKUP_DIR ? hours : null };
}

/** Makes backups for a running server; a failure is recorded, logged, and tried again an hour later. */
export function keepUp(options: UpkeepOptions): Upkeep {
  const { data, folder, everyHours, clock, log } = options;
  let running: BackupsView['running'] = null;
  let busy: Promise<void> = Promise.resolve();

  const make = async (takenAt: Instant) => {
    const began = performance.now();
    const name = scheduledName(takenAt);
    const run = { file: name, at: takenAt, ok: true, bytes: 0, rows: 0, failure: null };
    const ms = () => Math.round(performance.now() - began);
    try {
      const onProgress = (part: string, bytes: number) => {
        running = { startedAt: takenAt, part, bytes };
      };
      const { bytes, rows } = await writeBackup({
        ...options,
        backups: folder,
        file: join(folder, name),
        takenAt,
        onProgress,
      });
      noteRun(data, 'backups', { ...run, bytes, rows, ms: ms() });
      for (const old of toRemove(readdirSync(folder))) rmSync(join(folder, old));
    } catch (error) {
      log.error('backup', { code: 'backup.failed', failure: describeFailure(error) });
      const failure =
        error instanceof BackupError ? error.message : 'The database or the disk failed; see server.log.';
      noteRun(data, 'backups', { ...run, ok: false, failure, ms: ms() });
    } finally {
      running = null;
    }
  };
  const begin = () => {
    if (running) throw new AppError('backup.running');
    const takenAt = clock.now();
    running = { startedAt: takenAt, part: '', bytes: 0 };
    busy = make(takenAt).catch((error: unknown) => log.error('backup', { failure: describeFailure(error) }));
  };
  const timer = setInterval(() => {
    if (!running && isDue(readRecord(data).backups, everyHours, clock.now())) begin();
  }, looksEveryMs);
  timer.unref();
  return {
    data,
    url: options.url,
    knownPassword: options.knownPassword,
    begin,
    view() {
      const { backups, drills } = readRecord(data);
      return { folder, everyHours, running, runs: backups, lastDrill: drills[0] ?? null };
    },
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}

/** Whether it is time: so many hours after the last good one, and not within an hour of one that failed. */
export function isDue(
  runs: readonly { at: string; ok: boolean }[],
  everyHours: number | null,
  now: string,
): boolean {
  if (everyHours === null) return false;
  const hoursSince = (at: string | undefined) =>
    at === undefined ? Number.POSITIVE_INFINITY : (Date.parse(now) - Date.parse(at)) / 3_600_000;
  const good = runs.find(({ ok }) => ok);
  return hoursSince(good?.at) >= everyHours && (runs[0]?.ok !== false || hoursSince(runs[0].at) >= 1);
}
