import { createCipheriv, createDecipheriv } from 'node:crypto';
import { BackupError } from './backup-error.ts';

/** Plain bytes in one chunk. */
const chunkBytes = 1024 * 1024;
const tagBytes = 16;

/**
 * Seals a stream in chunks, each authenticated by AES-256-GCM with its number and whether it is the last one
 * in the nonce, so that a chunk that was changed, moved, repeated or left out does not open (the STREAM
 * construction: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015). `bound` is what the chunks belong to: the
 * head of the file. The key must be used for one stream only.
 */
export async function* sealChunks(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  bound: Buffer,
): AsyncGenerator<Buffer> {
  let number = 0;
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const piece of source) {
    waiting.push(piece);
    bytes += piece.length;
    // One byte stays behind, because only the end of the source tells which chunk is the last.
    while (bytes > chunkBytes) {
      const all = Buffer.concat(waiting);
      yield sealed(all.subarray(0, chunkBytes), number, false);
      number += 1;
      waiting = [all.subarray(chunkBytes)];
      bytes -= chunkBytes;
    }
  }
  yield sealed(Buffer.concat(waiting), number, true);

  function sealed(plain: Buffer, chunk: number, last: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(chunk, last)).setAAD(bound);
    const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, body]);
  }
}

/** Opens what {@link sealChunks} made. Throws {@link BackupError} naming the first chunk that does not fit. */
export async function* openChunks(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  bound: Buffer,
): AsyncGenerator<Buffer> {
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  let last = false;
  for await (const piece of source) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    while (rest.length >= 4) {
      const length = rest.readUInt32BE(0);
      if (length < tagBytes || length > chunkBytes + tagBytes) throw changed(number);
      if (rest.length < 4 + length) break;
      if (last) throw new BackupError('damaged', `Something follows the last chunk (${number - 1}).`);
      const body = rest.subarray(4, 4 + length);
      const middle = opened(body, number, false);
      const plain = middle ?? opened(body, number, true);
      if (!plain) throw changed(number);
      last = middle === undefined;
      yield plain;
      number += 1;
      rest = rest.subarray(4 + length);
    }
  }
  if (last && rest.length === 0) return;
  throw new BackupError('damaged', `The file ends in chunk ${number}: the rest of it is missing.`);

  function opened(body: Buffer, chunk: number, isLast: boolean): Buffer | undefined {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(chunk, isLast))
        .setAAD(bound)
        .setAuthTag(body.subarray(-tagBytes));
      return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]);
    } catch {
      return undefined; // the tag does not fit; the caller says which chunk
    }
  }
}

function changed(chunk: number): BackupError {
  return new BackupError('damaged', `Chunk ${chunk} was changed, or stands in the wrong place.`);
}

/** The number of the chunk in eight bytes, then whether it is the last. */
function nonce(chunk: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(chunk));
  bytes[11] = last ? 1 : 0;
  return bytes;
}
