import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ClaimExchange } from './exchange.ts';

/** Names of the folders below `<root>/<organization id>`; the payer's side uses them the other way round. */
export const folders = { out: 'to-payer', in: 'from-payer', taken: 'taken' } as const;

/** The exchange by folders. A file appears under its name only when it is whole; dot files are unfinished. */
export function folderExchange(root: string): ClaimExchange {
  const folder = async (organizationId: string, name: string) => {
    const path = join(root, organizationId, name);
    await mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    async send(organizationId, fileName, content) {
      await writeWhole(join(await folder(organizationId, folders.out), basename(fileName)), content);
    },
    async list(organizationId) {
      const path = await folder(organizationId, folders.in);
      const names = (await readdir(path)).filter((name) => !name.startsWith('.'));
      const dated = await Promise.all(
        names.map(async (fileName) => ({ fileName, at: (await stat(join(path, fileName))).mtimeMs })),
      );
      dated.sort((a, b) => a.at - b.at || (a.fileName < b.fileName ? -1 : 1));
      return Promise.all(
        dated.map(async ({ fileName }) => ({ fileName, content: await readFile(join(path, fileName)) })),
      );
    },
    async taken(organizationId, fileName) {
      const from = join(await folder(organizationId, folders.in), basename(fileName));
      await rename(from, join(await folder(organizationId, folders.taken), basename(fileName)));
    },
  };
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
