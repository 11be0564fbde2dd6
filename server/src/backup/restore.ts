import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Instant } from '@superbill/engines/model';
import { connect } from '../db/connect.ts';
import { startEmbedded } from '../db/embedded.ts';
import { holderOf, lockFolder } from '../db/lock.ts';
import { newId } from '../ids.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import { type Verdict, verifyOrganization } from '../system/verify.ts';
import { BackupError } from './backup-error.ts';
import { besideName, isFilled, keptName } from './cut-off.ts';
import { mayRestore } from './data-files.ts';
import type { Opener } from './head.ts';
import type { ReadBackup } from './read-backup.ts';
import { restoreDatabase } from './restore-database.ts';

export interface RestoreOptions {
  file: string;
  data: string;
  /** The user's own server; without it the built-in one, in `data`. */
  url?: string | undefined;
  opener: Opener;
  now: Instant;
  /** Keeps what is in the data directory, beside it under a dated name. */
  replace?: boolean;
  onProgress?: (part: string) => void;
}

export interface Restored extends ReadBackup {
  /** What `superbill verify` says of the restored database, for each practice. */
  verdicts: (Verdict & { organizationId: string })[];
  /** Where the earlier data directory is now. */
  kept?: string;
}

/**
 * Restores a backup, proves it, and only then puts it in place. The data directory is made beside its place and
 * renamed, so that a restore that fails or is killed leaves things as they were, or whole under a name that
 * {@link settleRestore} knows; a user's own database is filled in one transaction. Throws {@link BackupError}.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const data = resolve(options.data);
  const held = await holderOf(data);
  if (held)
    throw new BackupError(
      'refused',
      `Superbill is running on ${data} (process ${held.pid}). Stop it, then restore.`,
    );
  const isThere = isFilled(data);
  if (isThere && !options.replace)
    throw new BackupError(
      'refused',
      `${data} is not empty. Restore into another folder (--data), or keep this one aside (--replace).`,
    );
  mkdirSync(dirname(data), { recursive: true });
  const mark = newId().slice(-8);
  const staged = besideName(data, 'restoring', mark);
  // Held to the end: nobody starts on a folder that is about to change its name.
  const lock = isThere ? await lockFolder(data) : undefined;
  try {
    const whole = besideName(data, 'restored', mark);
    const restored = await stage(staged, options);
    renameSync(staged, whole);
    const kept = putInPlace(data, whole, options);
    return { ...restored, ...(kept ? { kept } : {}) };
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    throw error;
  } finally {
    await lock?.release();
  }
}

/** Changes the names; where the second change fails the first is taken back. Answers where what was there is now. */
function putInPlace(
  data: string,
  whole: string,
  { now, onProgress = () => {} }: Pick<RestoreOptions, 'now' | 'onProgress'>,
): string | undefined {
  onProgress('folders');
  const kept = isFilled(data) ? keptName(data, now) : undefined;
  if (kept) renameSync(data, kept);
  else rmSync(data, { recursive: true, force: true });
  onProgress('folders: what was there is aside');
  try {
    renameSync(whole, data);
  } catch (error) {
    if (kept) renameSync(kept, data);
    throw error;
  }
  onProgress('folders: done');
  return kept;
}

/** Restores into a folder that is thrown away, to see that it would work and how long it takes. */
export async function drillRestore(
  options: Pick<RestoreOptions, 'file' | 'opener' | 'now' | 'onProgress'> & { folder: string },
): Promise<Restored> {
  const staged = join(options.folder, `superbill-drill-${newId().slice(-8)}`);
  try {
    return await stage(staged, { ...options, data: staged });
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** Fills a new data directory, and proves what is in it. */
async function stage(
  staged: string,
  { file, url, opener, now, onProgress = () => {} }: RestoreOptions,
): Promise<Restored> {
  mkdirSync(staged, { recursive: true, mode: 0o700 });
  const server = url ? undefined : await startEmbedded({ data: staged });
  // With a server of the user's own, nobody else holds the folder.
  const lock = url ? await lockFolder(staged) : undefined;
  try {
    const address = server?.url ?? url ?? '';
    const read = await restoreDatabase(address, file, {
      opener,
      now,
      onProgress,
      file: (path, content) => writeDataFile(staged, path, content),
    });
    onProgress('proofs');
    return { ...read, verdicts: await verifyAt(address) };
  } finally {
    await server?.stop();
    await lock?.release();
  }
}

async function verifyAt(url: string): Promise<Restored['verdicts']> {
  const database = await connect(url, { connections: 2 });
  try {
    const verdicts: Restored['verdicts'] = [];
    for (const organizationId of await listOrganizations(database))
      verdicts.push({ organizationId, ...(await verifyOrganization(database.db, organizationId)) });
    return verdicts;
  } finally {
    await database.close();
  }
}

async function writeDataFile(folder: string, path: string, content: AsyncIterable<Buffer>): Promise<void> {
  if (!mayRestore(folder, path))
    throw new BackupError(
      'damaged',
      'A file in the backup belongs nowhere in a data directory. Whoever made this backup did not make it with Superbill.',
    );
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  await pipeline(
    Readable.from(content),
    createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }),
  );
}
