import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A disk, in bytes. */
export interface DiskSpace {
  freeBytes: number;
  totalBytes: number;
}

/** The disk a folder is on, or would be. */
export function readDisk(folder: string): DiskSpace {
  let at = resolve(folder);
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  const { bavail, blocks, bsize } = statfsSync(at);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** Below this part of free space the disk is low. */
export const lowShare = 0.05;

/** What PostgreSQL's own log may take at once, twice over: as much is kept free on a large disk. */
const mostKeptFree = 2e9;

/**
 * Whether changes are still taken: PostgreSQL ends in the middle of work when its log cannot grow, so before that only
 * reading goes on. What is kept free, 5 % of the disk and at most 2 GB, is the room in which an operator makes more.
 */
export function hasRoom({ freeBytes, totalBytes }: DiskSpace): boolean {
  return totalBytes === 0 || freeBytes >= Math.min(totalBytes * lowShare, mostKeptFree);
}
