import { statSync } from 'node:fs';
import type { BackupRun, DoctorFinding } from '@superbill/contract';
import { fault, fine, warning } from './finding.ts';

/** Days after which a backup is old, and after which a drill is. */
const oldBackup = 2;
const oldDrill = 90;

/** Whether backups are made, and whether one was ever restored. */
export function checkBackups(
  { backups, drills }: { backups: readonly BackupRun[]; drills: readonly BackupRun[] },
  now: string,
): DoctorFinding[] {
  const days = (at: string) => (Date.parse(now) - Date.parse(at)) / 86_400_000;
  const [latest] = backups;
  const good = backups.find(({ ok }) => ok);
  const how = 'Set SUPERBILL_BACKUP_DIR to a folder on another disk, or run: superbill backup FILE.';
  const made = !good
    ? fault('backup', 'No backup was ever made here.', how)
    : latest && !latest.ok
      ? fault(
          'backup',
          `The last backup failed: ${latest.failure ?? ''}`,
          'Mend what it says; it is tried every hour.',
        )
      : days(good.at) > oldBackup
        ? fault('backup', `The last backup is ${Math.floor(days(good.at))} days old.`, how)
        : fine('backup', `The last backup is of ${good.at.slice(0, 16).replace('T', ' ')} UTC.`);
  const drill = drills.find(({ ok }) => ok);
  const tried = !drill
    ? warning('drill', 'No backup was ever restored to try it.', 'Run: superbill restore --drill FILE.')
    : days(drill.at) > oldDrill
      ? warning(
          'drill',
          `The last drill was ${Math.floor(days(drill.at))} days ago.`,
          'Run: superbill restore --drill FILE.',
        )
      : fine('drill', `A backup was restored to try it on ${drill.at.slice(0, 10)}.`);
  return [made, tried];
}

/** Backups on the disk of the data are lost with it. */
export function checkBackupFolder(folder: string, data: string): DoctorFinding {
  try {
    if (statSync(folder).dev !== statSync(data).dev) return fine('backup-folder', `Backups go to ${folder}.`);
    return warning(
      'backup-folder',
      `Backups in ${folder} are on the disk of the data, and would be lost with it.`,
      'Set SUPERBILL_BACKUP_DIR to another disk, or copy them away.',
    );
  } catch {
    return warning(
      'backup-folder',
      `There is no folder ${folder} yet.`,
      'The first backup makes it; see that it can.',
    );
  }
}
