import { createHash } from 'node:crypto';
import { createReadStream, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/**
 * What of a data directory is not backed up: the database itself, which goes row by row; what is made again
 * (screens, programs, locks); logs; the backups and the record of them.
 */
const left = new Set([
  'postgres',
  'postgres.unfinished',
  'postgres.log',
  'database-password',
  'binaries',
  'lock',
  'screens',
  'screens.key',
  'server.log',
  'codesets',
  'backups',
  'maintenance.json',
]);

/** Paths, below the data directory, of the files that belong into a backup: exchange, journals, letters, marks. */
export function listDataFiles(data: string, { backups = '', codeSets = false } = {}): string[] {
  const files: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(data, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      // A file whose name begins with a dot is not written to its end yet.
      if (entry.name.startsWith('.') || entry.name.endsWith('.part')) continue;
      if (backups !== '' && resolve(data, path) === resolve(backups)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push(path);
    }
  };
  for (const entry of existsSync(data) ? readdirSync(data, { withFileTypes: true }) : []) {
    if (left.has(entry.name) && !(entry.name === 'codesets' && codeSets)) continue;
    if (entry.name.startsWith('.') || resolve(data, entry.name) === resolve(backups)) continue;
    if (entry.isDirectory()) walk(entry.name);
    else if (entry.isFile()) files.push(entry.name);
  }
  return files.sort();
}

/** The code sets in use, by file: enough to see after a restore whether the same ones are back. */
export async function listCodeSets(data: string) {
  const folder = join(data, 'codesets');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => lstatSync(join(folder, name)).isFile() && !name.startsWith('.'))
    : [];
  const listed: { file: string; bytes: number; sha256: string }[] = [];
  for (const file of files.sort()) {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(join(folder, file))) hash.update(piece);
    listed.push({ file, bytes: statSync(join(folder, file)).size, sha256: hash.digest('hex') });
  }
  return listed;
}

/**
 * Whether a file of a backup may be written into the folder it is restored into: below it, and not among what is made
 * anew there, since `binaries` and `postgres` are run and obeyed at the next start.
 */
export function mayRestore(folder: string, path: string): boolean {
  const [first = '', ...rest] = path.toLowerCase().split('/');
  const isPlain = [first, ...rest].every((part) => part !== '' && !part.startsWith('.'));
  const isBelow = !path.includes('\0') && resolve(folder, path).startsWith(resolve(folder) + sep);
  return isPlain && isBelow && (first === 'codesets' || !left.has(first));
}
