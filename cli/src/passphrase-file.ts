import { readFileSync } from 'node:fs';
import { BackupError } from '@superbill/server/backup/backup-error';

/** The first line of a file, as the passphrase. From a file, because what is typed as an argument others can see. */
export function readPassphrase(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const passphrase = readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? '';
  if (passphrase.length < 12)
    throw new BackupError('refused', 'The passphrase is shorter than 12 characters: take a longer one.');
  return passphrase;
}
