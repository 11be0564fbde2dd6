import { decode, encode } from './bytes.ts';
import { isaLength, isaReach, readIsa } from './isa.ts';
import type { Delimiters, Segment } from './segment.ts';

/** What is wrong with the file as text, at its place. After a fatal fault nothing more is read. */
export interface Fault {
  code: string;
  message: string;
  ordinal: number;
  id: string;
  position: number;
  fatal: boolean;
}

export interface SegmentSink {
  segment(segment: Segment): void;
  fault(fault: Fault): void;
}

/** The longest segment that is read. Real ones stay under 1 KB. */
export const longestSegment = 65_536;

const noise = new Set([0x20, 0x09, 0x0a, 0x0d, 0x00, 0x1a]);
const isa = [0x49, 0x53, 0x41];
const bom = [0xef, 0xbb, 0xbf];
const unusual = /[\r\n]/;

/**
 * Cuts a stream of bytes into segments. The output is the same for every way the bytes are cut into
 * chunks, and no more than one segment is held. Delimiters come from each ISA alone; a byte order mark
 * and line breaks between or within segments are passed over.
 */
export class Tokenizer {
  readonly #sink: SegmentSink;
  #held: Uint8Array = new Uint8Array(4096);
  #heldLength = 0;
  /** Bytes of what is held that are known to hold no terminator. */
  #scanned = 0;
  /** File offset of the first byte held, or of the next byte to come. */
  #offset = 0;
  #ordinal = 0;
  #delimiters: Delimiters | undefined;
  #terminator = 0;
  #stopped = false;

  constructor(sink: SegmentSink) {
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    if (this.#stopped || chunk.length === 0) return;
    if (this.#heldLength === 0) {
      const used = this.#consume(chunk, false);
      this.#hold(chunk.subarray(used));
    } else {
      this.#hold(chunk);
      const used = this.#consume(this.#held.subarray(0, this.#heldLength), false);
      this.#held.copyWithin(0, used, this.#heldLength);
      this.#heldLength -= used;
    }
  }

  end(): void {
    if (this.#stopped) return;
    this.#consume(this.#held.subarray(0, this.#heldLength), true);
    if (!this.#stopped && this.#ordinal === 0) this.#fault('empty', 'The file holds no segment.', true);
    this.#stopped = true;
  }

  #hold(bytes: Uint8Array): void {
    if (this.#stopped) return;
    const length = this.#heldLength + bytes.length;
    if (length > this.#held.length) {
      const larger = new Uint8Array(Math.max(length, this.#held.length * 2));
      larger.set(this.#held.subarray(0, this.#heldLength));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#heldLength);
    this.#heldLength = length;
  }

  /** Emits every whole segment and answers how many bytes are done with. */
  #consume(bytes: Uint8Array, last: boolean): number {
    let at = 0;
    while (!this.#stopped) {
      at += this.#skipNoise(bytes, at);
      const left = bytes.length - at;
      if (left === 0 || (left < 4 && !last)) break;
      const used =
        startsWith(bytes, at, isa) && isPunctuation(bytes[at + 3])
          ? this.#readIsa(bytes.subarray(at, at + isaReach + 3), last)
          : this.#readSegment(bytes, at, last);
      if (used === 0) break;
      at += used;
      this.#offset += used;
      this.#scanned = 0;
    }
    return at;
  }

  #skipNoise(bytes: Uint8Array, start: number): number {
    let at = start;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) break;
      if (noise.has(byte)) at++;
      else if (byte === bom[0] && startsWith(bytes, at, bom)) at += 3;
      else break;
    }
    if (at > start) this.#scanned = 0;
    this.#offset += at - start;
    return at - start;
  }

  #readIsa(bytes: Uint8Array, last: boolean): number {
    if (!last && bytes.length < isaLength) return 0;
    const reading = readIsa(bytes);
    if (
      !last &&
      bytes.length < isaReach + 3 &&
      (reading.delimiters === undefined || reading.faults.length > 0)
    )
      return 0;
    this.#ordinal++;
    if (reading.delimiters === undefined) {
      this.#fault(reading.fault.code, reading.fault.message, true, 'ISA');
      return 0;
    }
    this.#delimiters = reading.delimiters;
    this.#terminator = reading.delimiters.segment.charCodeAt(0);
    this.#emit(bytes.subarray(0, reading.length - 1), reading.delimiters);
    for (const { code, message } of reading.faults) this.#fault(code, message, false, 'ISA');
    return reading.length;
  }

  #readSegment(bytes: Uint8Array, start: number, last: boolean): number {
    if (this.#delimiters === undefined) {
      this.#fault(
        'no-isa',
        'The file does not begin with an ISA segment, so it cannot be read as X12.',
        true,
      );
      return 0;
    }
    let end = bytes.indexOf(this.#terminator, start + this.#scanned);
    if (end < 0 && last && bytes.length - start <= longestSegment) {
      end = bytes.length;
      // A last line without its line break is whole all the same.
      if (!noise.has(this.#terminator)) {
        this.#ordinal++;
        this.#fault('unterminated', 'The file ends within a segment: its terminator is missing.', false);
        this.#ordinal--;
      }
    }
    if ((end < 0 ? bytes.length : end) - start > longestSegment) {
      this.#ordinal++;
      this.#fault(
        'segment-too-long',
        `A segment is longer than ${longestSegment} bytes; reading stops here.`,
        true,
      );
      return 0;
    }
    if (end < 0) {
      this.#scanned = bytes.length - start;
      return 0;
    }
    this.#ordinal++;
    if (end === start)
      this.#fault('segment-empty', 'A segment terminator follows another with nothing between.', false);
    else this.#emit(bytes.subarray(start, end), this.#delimiters);
    return Math.min(end + 1, bytes.length) - start;
  }

  #emit(bytes: Uint8Array, delimiters: Delimiters): void {
    let text = decode(bytes);
    if (unusual.test(text)) text = text.replace(/[\r\n]+/g, '');
    const elements = text.split(delimiters.element);
    this.#sink.segment({
      id: elements[0] ?? '',
      elements,
      ordinal: this.#ordinal,
      position: this.#offset,
      delimiters,
    });
  }

  #fault(code: string, message: string, fatal: boolean, id = ''): void {
    if (fatal) this.#stopped = true;
    this.#sink.fault({ code, message, ordinal: this.#ordinal, id, position: this.#offset, fatal });
  }
}

function startsWith(bytes: Uint8Array, at: number, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[at + i] === byte);
}

function isPunctuation(byte: number | undefined): boolean {
  return byte !== undefined && !/[A-Za-z0-9]/.test(String.fromCharCode(byte));
}

/** Runs a whole file through a {@link Tokenizer} in pieces, so that nothing large is copied. */
export function feed(input: Uint8Array | string, sink: SegmentSink): void {
  const bytes = typeof input === 'string' ? encode(input) : input;
  const tokenizer = new Tokenizer(sink);
  tokenizer.push(bytes);
  tokenizer.end();
}

/** An interchange as text: ISA, what follows, and IEA where there is one. */
export interface Interchange {
  delimiters: Delimiters;
  segments: Segment[];
}

/** All segments of a file in memory, by interchange. */
export function tokenize(input: Uint8Array | string): { interchanges: Interchange[]; faults: Fault[] } {
  const interchanges: Interchange[] = [];
  const faults: Fault[] = [];
  feed(input, {
    segment(segment) {
      if (segment.id === 'ISA') interchanges.push({ delimiters: segment.delimiters, segments: [] });
      interchanges.at(-1)?.segments.push(segment);
    },
    fault: (fault) => faults.push(fault),
  });
  return { interchanges, faults };
}
