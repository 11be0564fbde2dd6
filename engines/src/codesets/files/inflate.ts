import { Gunzip, Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { bad, good, type Read } from './read.ts';

/** No official file is packed more than about 20 times; a bomb is packed a thousand times. */
export const ratioCap = 200;
/** Bytes that one archive, or one packed file, may unfold to. */
export const unpackedCap = 1024 ** 3;

/** Packed bytes between two looks at the size: at most 1,032 times as many are unfolded before a bomb is noticed. */
const step = 16_384;

/** Unfolds deflated bytes, counting while it does: what a file says of its own size is not believed. */
export function inflate(packed: Uint8Array, cap = unpackedCap): Read<Uint8Array> {
  return unfold(new Inflate(), packed, cap);
}

/** Unfolds a gzip file and checks it against the sum at its end. */
export function gunzip(packed: Uint8Array, cap = unpackedCap): Read<Uint8Array> {
  const unfolded = unfold(new Gunzip(), packed, cap);
  if (!unfolded.ok || packed.length < 18) return unfolded.ok ? bad('the gzip file is cut short') : unfolded;
  const end = new DataView(packed.buffer, packed.byteOffset + packed.length - 8);
  const whole =
    end.getUint32(0, true) === crc32(unfolded.value) && end.getUint32(4, true) === unfolded.value.length;
  return whole ? unfolded : bad('the gzip file is damaged: its checksum does not match');
}

function unfold(stream: Inflate | Gunzip, packed: Uint8Array, cap: number): Read<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const limit = Math.min(cap, packed.length * ratioCap);
  stream.ondata = (piece, final) => {
    pieces.push(piece);
    size += piece.length;
    ended ||= final;
  };
  try {
    for (let at = 0; at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (size > limit)
        return bad(
          `it unfolds to more than ${ratioCap} times its size or ${cap} bytes, as no official file does`,
        );
    }
  } catch (error) {
    return bad(`its packed content is damaged (${error instanceof Error ? error.message : String(error)})`);
  }
  if (!ended) return bad('its packed content is cut short');
  return good(join(pieces, size));
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
