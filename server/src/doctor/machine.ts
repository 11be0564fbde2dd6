import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { DoctorFinding } from '@superbill/contract';
import { besides, isFilled } from '../backup/cut-off.ts';
import { type DiskSpace, hasRoom, lowShare } from '../disk.ts';
import { isOpenToOthers, keyFile, readKeyFile } from '../keys/keyring.ts';
import { configuredMailer } from '../mail/smtp-mailer.ts';
import { fault, fine, type Subject, warning } from './finding.ts';

/** Node 20.19 or newer; production runs on 24 LTS. */
export function checkNode(version: string): DoctorFinding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return fine('node', `Node ${version}.`);
  return fault('node', `Node ${version} is too old.`, 'Install Node 20.19 or newer, 24 LTS for real use.');
}

/** Nobody but its owner reads the data directory. */
export function checkDataDirectory({ data }: Pick<Subject, 'data'>): DoctorFinding {
  if (!existsSync(data))
    return warning(
      'data-directory',
      `${data} does not exist yet.`,
      'Start Superbill, or name it: --data DIR.',
    );
  const { mode, uid } = statSync(data);
  // The built-in database of a root that has no namespaces runs as nobody, who may pass through (711).
  if (mode & 0o066)
    return fault(
      'data-directory',
      `Others on this machine can read ${data} (mode ${(mode & 0o777).toString(8)}).`,
      `Run: chmod 700 ${data}`,
    );
  const me = process.getuid?.() ?? uid;
  if (uid !== me && me !== 0)
    return fault('data-directory', `${data} belongs to user ${uid}, you are ${me}.`, 'Run as its owner.');
  return fine('data-directory', `${data} is its owner's alone.`);
}

/** What restores and starts that were cut off left beside the data directory or in it. */
export function checkLeftovers({ data, env }: Pick<Subject, 'data' | 'env'>): DoctorFinding {
  const [whole, unfinished] = [besides(data, 'restored'), besides(data, 'restoring')];
  const kept = besides(data, 'before').at(-1);
  const isThere = isFilled(data);
  if (whole.length > 0)
    return isThere && !env.DATABASE_URL
      ? warning(
          'leftovers',
          `A restore was cut off before it changed folders: ${whole.join(', ')} is whole and proved, but not in use.`,
          `Remove it to go on as before. To use it: stop Superbill, rename ${data}, start.`,
        )
      : fault(
          'leftovers',
          `A restore was cut off when it changed folders: ${whole.join(', ')} is not in its place.`,
          'Start Superbill: it finishes the restore.',
        );
  if (!isThere && (unfinished.length > 0 || kept))
    return fault(
      'leftovers',
      `${data} is not there, but ${[...unfinished, ...(kept ? [kept] : [])].join(', ')} of a restore that was cut off.`,
      kept
        ? `Restore again, or rename ${kept} to ${data} to go back.`
        : 'Restore again, then remove what is left.',
    );
  const inside = join(data, 'postgres.unfinished');
  const cutOff = [...unfinished, ...(existsSync(inside) ? [inside] : [])];
  if (cutOff.length === 0) return fine('leftovers', 'Nothing was left by work that was cut off.');
  return warning(
    'leftovers',
    `Work that was cut off left ${cutOff.join(', ')}.`,
    'Remove it when no restore is running.',
  );
}

export function checkDisk(disk: DiskSpace): DoctorFinding {
  const { freeBytes, totalBytes } = disk;
  const message = `${gigabytes(freeBytes)} of ${gigabytes(totalBytes)} are free.`;
  if (!hasRoom(disk))
    return fault(
      'disk',
      `${message} Changes are refused until there is room; reading goes on.`,
      'Make room now: move old backups or other files away, or add a disk. Superbill goes on by itself.',
    );
  const share = totalBytes > 0 ? freeBytes / totalBytes : 1;
  if (share < lowShare) return fault('disk', message, 'Make room now: soon changes will be refused.');
  if (share < 2 * lowShare) return warning('disk', message, 'Make room, or add a disk.');
  return fine('disk', message);
}

/** The key file is there, its owner's alone, readable, and not beside what it opens. */
export function checkKeys({ data, env }: Pick<Subject, 'data' | 'env'>): DoctorFinding {
  if (env.SUPERBILL_KEYS) return fine('keys', 'The keys come from SUPERBILL_KEYS.');
  const file = resolve(keyFile(env));
  if (!existsSync(file)) {
    if (!existsSync(data)) return fine('keys', `The first start makes ${file}.`);
    return fault(
      'keys',
      `The key file ${file} is missing: what is sealed in the database does not open.`,
      'Put it back from where you keep it, or name it: SUPERBILL_KEY_FILE.',
    );
  }
  if (isOpenToOthers(file))
    return fault('keys', `Others on this machine can read ${file}.`, `Run: chmod 600 ${file}`);
  if (file.startsWith(resolve(data) + sep))
    return warning(
      'keys',
      'The key file lies in the data directory: who copies that has both.',
      'Move it elsewhere and name it: SUPERBILL_KEY_FILE.',
    );
  try {
    const count = readKeyFile(file).length;
    return fine(
      'keys',
      `${count} ${count === 1 ? 'key' : 'keys'} in ${file}. Keep a copy apart from the backups.`,
    );
  } catch (error) {
    return fault('keys', (error as Error).message, 'Put the file back from where you keep it.');
  }
}

/** Letters go to a mail server, or wait in a folder. */
export function checkMail({ env }: Pick<Subject, 'env'>): DoctorFinding {
  const url = env.SUPERBILL_SMTP_URL;
  if (!url)
    return warning(
      'mail',
      'There is no mail server: letters wait in the folder mail of the data directory.',
      'Set SUPERBILL_SMTP_URL, or hand them over.',
    );
  try {
    configuredMailer(env, '');
    return fine('mail', 'A mail server is set.');
  } catch (error) {
    return fault('mail', (error as Error).message, 'Correct it where the server is started.');
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
