import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupRun } from '@superbill/contract';
import { z } from 'zod';

const run = z.strictObject({
  file: z.string(),
  at: z.string(),
  ok: z.boolean(),
  bytes: z.number().int(),
  rows: z.number().int(),
  ms: z.number().int(),
  failure: z.string().nullable(),
});
const shape = z.strictObject({ backups: z.array(run), drills: z.array(run) });

export interface UpkeepRecord {
  /** Newest first. */
  backups: BackupRun[];
  drills: BackupRun[];
}

/** How many of each are remembered. */
const remembered = 60;

const recordFile = (data: string) => join(data, 'maintenance.json');

/** The backups and drills of this data directory, which are told beside the database: a restore must not undo them. */
export function readRecord(data: string): UpkeepRecord {
  const file = recordFile(data);
  if (!existsSync(file)) return { backups: [], drills: [] };
  return shape.parse(JSON.parse(readFileSync(file, 'utf8'))) as UpkeepRecord;
}

/** Adds a run to the record. */
export function noteRun(data: string, kind: keyof UpkeepRecord, made: BackupRun): void {
  if (!existsSync(data)) return; // a database of one's own, backed up from another machine
  const record = readRecord(data);
  record[kind] = [made, ...record[kind]].slice(0, remembered);
  writeFileSync(`${recordFile(data)}.next`, JSON.stringify(record, null, 1), { mode: 0o600 });
  renameSync(`${recordFile(data)}.next`, recordFile(data));
}
