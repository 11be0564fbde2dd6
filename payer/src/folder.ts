import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payer } from './payer.ts';
import type { OutFile } from './state.ts';

/** Names of the folders below each exchange: `<root>/<exchange>/to-payer` and so on. */
const folders = { in: 'to-payer', out: 'from-payer', done: 'answered' } as const;

export interface FolderService {
  /** Takes in every whole file that lies there and hands over the answers; how many files were answered. */
  poll(): Promise<number>;
  /** Runs the payments and hands over the 835 files; how many there are. */
  pay(): Promise<number>;
  /** Polls until stopped. */
  start(options?: { everyMs?: number; onError?(error: unknown): void }): void;
  stop(): Promise<void>;
}

/**
 * Serves all exchanges below a root folder. A file counts once it is whole: writers use a name that begins with a
 * dot and rename it at the end. An answered file moves to `answered`; when a crash comes in between it is
 * answered again with the same answers. Names of answers never repeat, so handing one over twice does no harm.
 */
export function serveFolders(payer: Payer, root: string): FolderService {
  let timer: NodeJS.Timeout | undefined;
  let busy: Promise<unknown> = Promise.resolve();
  /** One thing at a time, in the order asked for. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = busy.then(work, work);
    busy = next.catch(() => undefined);
    return next;
  };
  const deliver = async (files: readonly OutFile[]) => {
    for (const { to, name, text } of files) await writeWhole(join(root, to, folders.out), name, text);
    payer.markDelivered(files.map(({ name }) => name));
  };
  const poll = async () => {
    await deliver(payer.undelivered());
    let answered = 0;
    for (const exchange of await exchangesIn(root)) {
      const inbox = join(root, exchange, folders.in);
      for (const name of await wholeFiles(inbox)) {
        const { replies } = payer.receive(await readFile(join(inbox, name)), exchange);
        await deliver(replies);
        await mkdir(join(root, exchange, folders.done), { recursive: true });
        await rename(join(inbox, name), join(root, exchange, folders.done, name));
        answered += 1;
      }
    }
    return answered;
  };
  const service: FolderService = {
    poll: () => inTurn(poll),
    pay: () =>
      inTurn(async () => {
        const { files } = payer.adjudicate();
        await deliver(files);
        return files.length;
      }),
    start({ everyMs = 1000, onError = (error: unknown) => console.error(error) } = {}) {
      const tick = async () => {
        await service.poll().catch(onError);
        if (timer !== undefined) timer = setTimeout(tick, everyMs);
      };
      timer = setTimeout(tick, 0);
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await busy;
    },
  };
  return service;
}

async function exchangesIn(root: string): Promise<string[]> {
  await mkdir(root, { recursive: true });
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, folders.in)))
    .map(({ name }) => name)
    .sort();
}

async function wholeFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** Writes beside the target and renames at the end, so that a reader sees all of it or nothing. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `.${name}.part`);
  const file = await open(unfinished, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
}
