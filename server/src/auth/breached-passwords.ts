import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { StartError } from '../db/start-error.ts';

/** Passwords that are known to have leaked. */
export interface BreachedPasswords {
  has(password: string): Promise<boolean>;
}

/** A line is 40 digits of the hash, a colon and a count; one look reads enough for the longest. */
const lookBytes = 256;

/**
 * The operator's list (`SUPERBILL_BREACHED_PASSWORDS`): the file "ordered by hash" of Have I Been Pwned, a line of
 * `SHA-1:count` for each password. It is searched on disk, about 30 short reads in 40 GB, and asks no network. Without
 * one, nothing counts as leaked here.
 */
export function openBreachedPasswords(env: NodeJS.ProcessEnv): BreachedPasswords {
  const path = env.SUPERBILL_BREACHED_PASSWORDS;
  if (!path) return { has: async () => false };
  return {
    async has(password) {
      const wanted = createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase();
      const file = await openList(path);
      try {
        return await holds(file, wanted, path);
      } finally {
        await file.close();
      }
    },
  };
}

async function openList(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw unusable(path, (error as Error).message);
  }
}

/** Halves the file until the line of the hash is found or there is no line left where it could be. */
async function holds(file: FileHandle, wanted: string, path: string): Promise<boolean> {
  const { size } = await file.stat();
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const line = await lineAfter(file, middle);
    if (line === undefined) {
      high = middle;
      continue;
    }
    if (!/^[0-9A-Fa-f]{40}(:|$)/.test(line.text)) throw unusable(path, 'a line is not SHA-1:count');
    const hash = line.text.slice(0, 40).toUpperCase();
    if (hash === wanted) return true;
    if (hash < wanted) low = line.end;
    else high = middle;
  }
  return false;
}

/** The first whole line that begins at this place or after it. */
async function lineAfter(
  file: FileHandle,
  place: number,
): Promise<{ text: string; end: number } | undefined> {
  // From one byte before, so that a line that begins exactly here is whole.
  const from = Math.max(0, place - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(lookBytes), 0, lookBytes, from);
  const text = buffer.toString('latin1', 0, bytesRead);
  const start = place === 0 ? 0 : text.indexOf('\n') + 1;
  if (place !== 0 && start === 0) return undefined;
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, stop < 0 ? undefined : stop).trimEnd();
  if (line === '') return undefined;
  return { text: line, end: from + (stop < 0 ? bytesRead : stop + 1) };
}

function unusable(path: string, why: string): StartError {
  return new StartError(`The list of leaked passwords ${path} cannot be used: ${why}.`);
}
