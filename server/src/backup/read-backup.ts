import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupError } from './backup-error.ts';
import { type BackupHead, headRoom, type Opener, openHead, readHead } from './head.ts';
import { type Closing, closingShape, type Opening, openingShape, partKind } from './manifest.ts';
import { readParts, Tally } from './parts.ts';
import { openChunks } from './seal-stream.ts';

/** What takes the parts of a backup; each has to read what it is given to the end. */
export interface Taker {
  opening?(opening: Opening): Promise<void>;
  /** Answers how many rows arrived. */
  table?(name: string, columns: readonly string[], rows: AsyncIterable<Buffer>): Promise<number>;
  file?(path: string, content: AsyncIterable<Buffer>): Promise<void>;
}

export interface ReadBackup {
  head: BackupHead;
  opening: Opening;
  closing: Closing;
}

/** The head of a backup, which needs no key. */
export async function readBackupHead(file: string): Promise<ReturnType<typeof readHead>> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError('failed', `${file} cannot be read (${error.code}).`);
  });
  try {
    const start = Buffer.alloc(headRoom);
    const { bytesRead } = await handle.read(start, 0, headRoom, 0);
    return readHead(start.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/**
 * Reads a backup from end to end in one pass, opening every chunk and comparing every part with what was
 * counted when it was written. Throws {@link BackupError} at the first thing that is not as it was.
 */
export async function readBackup(file: string, opener: Opener, taker: Taker = {}): Promise<ReadBackup> {
  const { head, bound, bytes } = await readBackupHead(file);
  const key = await openHead(head, opener);
  const source = createReadStream(file, { start: bytes, highWaterMark: 1024 * 1024 });
  let failure: unknown;
  const gunzip = createGunzip();
  const plain = pipeline(
    source,
    (sealed: AsyncIterable<Buffer>) => openChunks(sealed, key, bound),
    gunzip,
    (error) => {
      failure = error;
    },
  );
  try {
    return { head, ...(await takeParts(plain as AsyncIterable<Buffer>, taker)) };
  } catch (error) {
    // What broke first is the reason; that the stream ended early is only how it looks from here.
    const first = failure instanceof BackupError ? failure : error;
    if ((first as NodeJS.ErrnoException).code?.startsWith('Z_'))
      throw new BackupError('damaged', 'What is sealed in the backup cannot be unpacked.');
    throw first;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function takeParts(plain: AsyncIterable<Buffer>, taker: Taker): Promise<Omit<ReadBackup, 'head'>> {
  let opening: Opening | undefined;
  let closing: Closing | undefined;
  const seen: Closing = { tables: [], files: [] };
  for await (const { name, content } of readParts(plain)) {
    const part = partKind(name);
    if (part.kind === 'opening') {
      opening = openingShape.parse(await readJson(content));
      await taker.opening?.(opening);
    } else if (part.kind === 'closing') {
      closing = closingShape.parse(await readJson(content));
    } else if (part.kind === 'unknown') {
      throw new BackupError('damaged', 'The backup holds something this version does not know.');
    } else {
      const tally = new Tally();
      const tallied = withTally(content, tally);
      if (part.kind === 'table') {
        const rows = (await taker.table?.(part.table, part.columns, tallied)) ?? (await countRows(tallied));
        seen.tables.push({ name: part.table, rows, bytes: tally.bytes, sha256: tally.sha256() });
      } else {
        await (taker.file?.(part.path, tallied) ?? countRows(tallied));
        seen.files.push({ name: part.path, bytes: tally.bytes, sha256: tally.sha256() });
      }
    }
  }
  if (!opening || !closing) throw new BackupError('damaged', 'The backup lacks its beginning or its end.');
  compare(seen, closing);
  return { opening, closing };
}

/** Every part that was counted is there, with the same rows and bytes. */
function compare(seen: Closing, closing: Closing): void {
  for (const kind of ['tables', 'files'] as const) {
    const written = new Map(closing[kind].map((part) => [part.name, JSON.stringify(part)]));
    const odd = seen[kind].find((part) => written.get(part.name) !== JSON.stringify(part));
    const lacking = seen[kind].length === closing[kind].length ? undefined : kind;
    if (odd ?? lacking)
      throw new BackupError('damaged', `${odd?.name ?? lacking} in the backup is not what was counted.`);
  }
}

async function* withTally(content: AsyncIterable<Buffer>, tally: Tally): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    tally.add(piece);
    yield piece;
  }
}

/** COPY text has one line for each row: a line break inside a value is written as `\n`. */
async function countRows(content: AsyncIterable<Buffer>): Promise<number> {
  let rows = 0;
  for await (const piece of content) {
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows += 1;
  }
  return rows;
}

async function readJson(content: AsyncIterable<Buffer>): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}
