import { createHash, type Hash } from 'node:crypto';
import { BackupError } from './backup-error.ts';

/**
 * A backup inside its seal: parts one after another, each a name and its bytes in blocks, so that a part may
 * be written before anybody knows how long it will be. Lengths are four bytes, the highest first; a name or a
 * block of none ends what it is in.
 */
export function partStart(name: string): Buffer {
  return framed(Buffer.from(name));
}

/** The blocks of a part and its end; counts what passes. */
export async function* partBlocks(
  source: AsyncIterable<Buffer> | Iterable<Buffer>,
  tally: Tally,
): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    if (piece.length === 0) continue;
    tally.add(piece);
    yield framed(piece);
  }
  yield end;
}

/** Ends the last part's successor: nothing follows. */
export const end = Buffer.alloc(4);

/** Size and SHA-256 of what passed by. */
export class Tally {
  bytes = 0;
  readonly #hash: Hash = createHash('sha256');

  add(piece: Buffer): void {
    this.bytes += piece.length;
    this.#hash.update(piece);
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }
}

/** A part while it is read: `content` has to be read to its end before the next one comes. */
export interface ReadPart {
  name: string;
  content: AsyncGenerator<Buffer>;
}

/** Reads parts in the order in which they were written. Throws {@link BackupError} when a length is wrong. */
export async function* readParts(source: AsyncIterable<Buffer>): AsyncGenerator<ReadPart> {
  const bytes = new Bytes(source);
  for (;;) {
    const name = await bytes.framed();
    if (name.length === 0) break;
    let isRead = false;
    const content = (async function* () {
      for (;;) {
        const block = await bytes.framed();
        if (block.length === 0) break;
        yield block;
      }
      isRead = true;
    })();
    yield { name: name.toString('utf8'), content };
    if (!isRead) throw new Error(`the part ${name} was left in the middle`);
  }
  if (!(await bytes.isAtEnd())) throw new BackupError('damaged', 'Something follows the last part.');
}

const longest = 16 * 1024 * 1024;

/** Takes exact numbers of bytes from a stream. */
class Bytes {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async framed(): Promise<Buffer> {
    const length = (await this.#take(4)).readUInt32BE(0);
    if (length > longest) throw new BackupError('damaged', 'A length in the backup cannot be right.');
    return length === 0 ? end.subarray(0, 0) : this.#take(length);
  }

  async isAtEnd(): Promise<boolean> {
    return this.#held.length === 0 && (await this.#source.next()).done === true;
  }

  async #take(length: number): Promise<Buffer> {
    const pieces = [this.#held];
    let held = this.#held.length;
    while (held < length) {
      const { value, done } = await this.#source.next();
      if (done) throw new BackupError('damaged', 'The backup ends in the middle of a part.');
      pieces.push(value);
      held += value.length;
    }
    const all = pieces.length === 1 ? this.#held : Buffer.concat(pieces);
    this.#held = all.subarray(length);
    return all.subarray(0, length);
  }
}

function framed(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
