import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ClaimExchange } from './exchange.ts';

/** Names of the folders below `<root>/<organization id>`; the payer's side uses them the other way round. */
export const folders = { out: 'to-payer', in: 'from-payer', taken: 'taken' } as const;

/**
 * The exchange by folders. A file appears under its name only when it is whole; dot files are unfinished. Links, folders
 * and pipes among what came in are left where they are.
 */
export function folderExchange(root: string): ClaimExchange {
  const folder = async (organizationId: string, name: string) => {
    const path = join(root, organizationId, name);
    await mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    async send(organizationId, fileName, content) {
      await writeWhole(join(await folder(organizationId, folders.out), plainName(fileName)), content);
    },
    async list(organizationId) {
      const path = await folder(organizationId, folders.in);
      const entries = await readdir(path, { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
      const dated = await Promise.all(
        names.map(async ({ name: fileName }) => ({
          fileName,
          // A file that the other side took back in between comes last, and cannot be read.
          at: (await lstat(join(path, fileName)).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY,
        })),
      );
      dated.sort((a, b) => (a.at === b.at ? (a.fileName < b.fileName ? -1 : 1) : a.at - b.at));
      return dated.map(({ fileName }) => ({ fileName, read: () => readPlain(join(path, fileName)) }));
    },
    async taken(organizationId, fileName) {
      const name = plainName(fileName);
      const from = join(await folder(organizationId, folders.in), name);
      await rename(from, join(await folder(organizationId, folders.taken), name));
    },
  };
}

/** A name that stays in its folder and is not one of an unfinished file; ours always are. */
function plainName(fileName: string): string {
  if (basename(fileName) === fileName && /^[^.]/.test(fileName)) return fileName;
  throw new RangeError('the name of an exchanged file leads out of its folder');
}

/**
 * Reads a file that lies in the folder itself. Whoever may write there, such as a clearinghouse by SFTP, could else have
 * us take in any file of the machine by a link of that name.
 */
async function readPlain(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Writes beside the target, brings it to the disk, then renames: a reader sees all of it or nothing. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const unfinished = join(path, '..', `.${basename(path)}.part`);
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}
