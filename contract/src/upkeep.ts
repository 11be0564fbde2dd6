import { z } from 'zod';
import { define } from './define.ts';
import { instant } from './shapes.ts';
import { check } from './system.ts';

const backupRun = z.strictObject({
  /** The name of the file in the folder of backups. */
  file: z.string(),
  at: instant,
  ok: z.boolean(),
  bytes: z.number().int(),
  rows: z.number().int(),
  ms: z.number().int(),
  /** Why it failed; null when it did not. */
  failure: z.string().nullable(),
});
export type BackupRun = z.output<typeof backupRun>;

export const backups = z.strictObject({
  folder: z.string(),
  /** Hours between backups by the server itself; null when none are set up. */
  everyHours: z.number().nullable(),
  /** Of a backup under way: what is copied, and how many bytes went before. */
  running: z.strictObject({ startedAt: instant, part: z.string(), bytes: z.number().int() }).nullable(),
  /** Newest first. */
  runs: z.array(backupRun),
  lastDrill: backupRun.nullable(),
});
export type BackupsView = z.output<typeof backups>;

export const findingOfDoctor = z.strictObject({
  /** Which check said it, `disk-free`. */
  check: z.string(),
  severity: z.enum(['fine', 'warning', 'fault']),
  message: z.string(),
  /** What to do; empty when nothing has to be done. */
  nextStep: z.string(),
});
export type DoctorFinding = z.output<typeof findingOfDoctor>;

/** What the hourly proof of the books, the files and the trail found; null before the first. */
const latestProof = z
  .strictObject({
    provedAt: instant,
    ok: z.boolean(),
    failingSince: instant.nullable(),
    milliseconds: z.number().int(),
    checks: z.array(check),
  })
  .nullable();

export const healthDetails = z.strictObject({
  version: z.string(),
  node: z.string(),
  database: z.strictObject({ version: z.string(), roundTripMs: z.number(), bytes: z.number().int() }),
  disk: z.strictObject({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  findings: z.array(findingOfDoctor),
  proof: latestProof,
});
export type HealthDetails = z.output<typeof healthDetails>;

export const upkeepRoutes = {
  listBackups: define({
    method: 'GET',
    path: '/api/backups',
    access: { staff: 'backup.read' },
    background: true,
    summary: 'Backups of this installation, the one under way, and the last drill.',
    response: backups,
  }),
  makeBackup: define({
    method: 'POST',
    path: '/api/backups',
    access: { staff: 'backup.write', stepUp: true },
    summary: 'Begins a backup; the list tells how far it is.',
    response: backups,
  }),
  readHealthDetails: define({
    method: 'GET',
    path: '/api/health/details',
    access: { staff: 'system.read' },
    background: true,
    summary: 'How the server, its database and its disk are, and what should be done.',
    response: healthDetails,
  }),
  readLatestProof: define({
    method: 'GET',
    path: '/api/health/proof',
    access: { staff: 'system.read' },
    background: true,
    summary: 'What the latest hourly proof found.',
    response: z.strictObject({ proof: latestProof }),
  }),
};
