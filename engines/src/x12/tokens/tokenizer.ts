import { type BinarySegment, binaryDepth, readBinary } from './binary.ts';
import { decoded, encode, latin1 } from './bytes.ts';
import { isaLength, isaReach, readIsa } from './isa.ts';
import { type Delimiters, type Segment, shownId } from './segment.ts';

/** What is wrong with the file as text, at its place. After a fatal fault nothing more is read. */
export interface Fault {
  code: string;
  message: string;
  ordinal: number;
  id: string;
  position: number;
  fatal: boolean;
  element?: string;
}

export interface SegmentSink {
  segment(segment: Segment): void;
  fault(fault: Fault): void;
}

/** The longest segment that is read, binary data apart. Real ones stay under 1 KB. */
export const longestSegment = 65_536;

/** Passed over between segments: blank, tab, line breaks, NUL, and the end-of-file mark of old systems. */
const noise = ' \t\n\r\0\u001a';
/** A byte order mark as it looks one character a byte. */
const bom = '\u00ef\u00bb\u00bf';
const breaks = /[\r\n]+/g;
const alphanumeric = /[A-Za-z0-9]/;

/**
 * Cuts a stream of bytes into segments. The output is the same for every way the bytes are cut into
 * chunks, and no more than one chunk and one segment are held. Delimiters come from each ISA alone; a byte
 * order mark and line breaks between or within segments are passed over. The data of BIN and BDS is
 * measured by its length, since it may hold any byte.
 */
export class Tokenizer {
  readonly #sink: SegmentSink;
  /** Text that is not yet done with, in the pieces it came in. */
  #held: string[] = [];
  #heldLength = 0;
  /** There is nothing to do before so much is held, or the terminator has come. */
  #wanted = 0;
  #awaitsTerminator = false;
  /** File offset of the first character held, or of the next to come. */
  #offset = 0;
  #ordinal = 0;
  #delimiters: Delimiters | undefined;
  /** Character codes of the element separator and the segment terminator. */
  #separator = 0;
  #terminator = 0;
  /** Elements of the segment at hand: copied out at their number, they take half the memory of a list that grew. */
  readonly #scratch: string[] = [];
  #stopped = false;

  constructor(sink: SegmentSink) {
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    if (this.#stopped || chunk.length === 0) return;
    const text = latin1(chunk);
    this.#held.push(text);
    this.#heldLength += text.length;
    if (this.#heldLength < this.#wanted) {
      const terminator = this.#awaitsTerminator ? this.#delimiters?.segment : undefined;
      if (terminator === undefined || !text.includes(terminator)) return;
    }
    this.#run(false);
  }

  end(): void {
    if (this.#stopped) return;
    this.#run(true);
    if (!this.#stopped && this.#ordinal === 0) this.#fault('empty', 'The file holds no segment.', true);
    this.#stopped = true;
  }

  /** Emits every whole segment of what is held and keeps the rest. */
  #run(last: boolean): void {
    const text = this.#held.length === 1 ? (this.#held[0] ?? '') : this.#held.join('');
    this.#wanted = 0;
    this.#awaitsTerminator = false;
    const at = this.#consume(text, last);
    this.#held = at < text.length ? [text.slice(at)] : [];
    this.#heldLength = text.length - at;
  }

  #consume(text: string, last: boolean): number {
    let at = 0;
    while (!this.#stopped) {
      const start = skipNoise(text, at);
      this.#offset += start - at;
      at = start;
      const left = text.length - at;
      if (left === 0 || (left < 4 && !last)) {
        this.#wanted = 4;
        break;
      }
      const used = beginsInterchange(text, at)
        ? this.#readIsa(text.slice(at, at + isaReach + 3), last)
        : this.#readSegment(text, at, last);
      if (used === 0) break;
      at += used;
      this.#offset += used;
    }
    return at;
  }

  #readIsa(text: string, last: boolean): number {
    this.#wanted = isaReach + 3;
    if (!last && text.length < isaLength) return 0;
    const reading = readIsa(text);
    const isDoubtful = reading.delimiters === undefined || reading.faults.length > 0;
    if (!last && text.length < isaReach + 3 && isDoubtful) return 0;
    this.#ordinal++;
    if (reading.delimiters === undefined) {
      this.#fault(reading.fault.code, reading.fault.message, true, 'ISA');
      return 0;
    }
    this.#delimiters = reading.delimiters;
    this.#separator = reading.delimiters.element.charCodeAt(0);
    this.#terminator = reading.delimiters.segment.charCodeAt(0);
    this.#emit(text.slice(0, reading.length - 1), reading.delimiters);
    for (const { code, message, element } of reading.faults)
      this.#fault(code, message, false, 'ISA', element);
    return reading.length;
  }

  #readSegment(text: string, start: number, last: boolean): number {
    const delimiters = this.#delimiters;
    if (delimiters === undefined) {
      this.#fault(
        'no-isa',
        'The file does not begin with an ISA segment, so it cannot be read as X12.',
        true,
      );
      return 0;
    }
    if (text.charCodeAt(start) === 66 && binaryDepth(text, start, delimiters) > 0) {
      const binary = readBinary(text, start, delimiters, last);
      if (binary === 'more') {
        // Whether it is binary after all, and where it ends, can be asked again when twice as much is there.
        this.#wanted = (text.length - start) * 2;
        return 0;
      }
      if (binary !== 'ordinary') return this.#emitBinary(binary, delimiters);
    }
    const cut = cutSegment(text, start, this.#separator, this.#terminator, this.#scratch);
    if (cut.end < 0) return this.#endless(text, start, delimiters, last);
    const length = cut.end - start;
    if (length > longestSegment) return this.#tooLong();
    this.#ordinal++;
    if (length === 0)
      this.#fault('segment-empty', 'A segment terminator follows another with nothing between.', false);
    else if (cut.isPlain) this.#sendOn(this.#scratch.slice(0, cut.count), delimiters);
    else this.#emit(text.slice(start, cut.end), delimiters);
    return length + 1;
  }

  /** A segment whose terminator is not there, or not yet. */
  #endless(text: string, start: number, delimiters: Delimiters, last: boolean): number {
    const length = text.length - start;
    if (length > longestSegment) return this.#tooLong();
    if (!last) {
      this.#awaitsTerminator = true;
      this.#wanted = longestSegment + 1;
      return 0;
    }
    // A last line without its line break is whole all the same.
    const rest = text.slice(start);
    if (!noise.includes(delimiters.segment)) this.#unterminated(rest.split(delimiters.element, 1)[0]);
    this.#ordinal++;
    this.#emit(rest, delimiters);
    return length;
  }

  #tooLong(): number {
    this.#ordinal++;
    const message = `A segment is longer than ${longestSegment} bytes; reading stops here.`;
    this.#fault('segment-too-long', message, true);
    return 0;
  }

  #emitBinary({ elements, length, fault, isTerminated }: BinarySegment, delimiters: Delimiters): number {
    if (!isTerminated && !noise.includes(delimiters.segment)) this.#unterminated(elements[0]);
    this.#ordinal++;
    this.#sendOn(elements, delimiters);
    if (fault) this.#fault(fault.code, fault.message, fault.fatal, elements[0], fault.element);
    return length;
  }

  #emit(text: string, delimiters: Delimiters): void {
    this.#sendOn(decoded(text).replace(breaks, '').split(delimiters.element), delimiters);
  }

  #sendOn(elements: string[], delimiters: Delimiters): void {
    const id = elements[0] ?? '';
    this.#sink.segment({ id, elements, ordinal: this.#ordinal, position: this.#offset, delimiters });
  }

  /** Told at the segment that is not whole, before it. */
  #unterminated(id = ''): void {
    this.#ordinal++;
    const message = 'The file ends within a segment: its terminator is missing.';
    this.#fault('unterminated', message, false, shownId(id));
    this.#ordinal--;
  }

  #fault(code: string, message: string, fatal: boolean, id = '', element?: string): void {
    if (fatal) this.#stopped = true;
    const place = { ordinal: this.#ordinal, id, position: this.#offset };
    this.#sink.fault({ code, message, ...place, fatal, ...(element !== undefined && { element }) });
  }
}

interface Cut {
  /** Where the terminator stands; -1 when it is not there. */
  end: number;
  /** How many elements were left in the list given. */
  count: number;
  /** Nothing but printable ASCII was met, so that the elements are right as they are. */
  isPlain: boolean;
}

/** Cuts one segment in a single pass over its characters: what costs most time in reading a file. */
function cutSegment(
  text: string,
  start: number,
  separator: number,
  terminator: number,
  scratch: string[],
): Cut {
  let from = start;
  let count = 0;
  let isPlain = true;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator) {
      scratch[count] = count === 0 ? identifier(text, from, at) : text.substring(from, at);
      count++;
      from = at + 1;
    } else if (code === terminator) {
      scratch[count++] = text.substring(from, at);
      return { end: at, count, isPlain };
    } else if (code < 0x20 || code > 0x7e) isPlain = false;
  }
  return { end: -1, count, isPlain };
}

/** Identifiers met, by their characters. */
const identifiers = new Map<number, string>();

/** The identifier of a segment, the same string each time: what is asked of it again and again is quickly answered. */
function identifier(text: string, from: number, to: number): string {
  if (to - from > 3 || to - from < 2) return text.substring(from, to);
  let key = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // Only what has the form of an identifier: the rest may be anything.
    if (!((code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39))) return text.substring(from, to);
    key = key * 128 + code;
  }
  const known = identifiers.get(key);
  if (known !== undefined) return known;
  // Out of a string of its own, not one that holds on to the file.
  const id = String.fromCharCode(...Array.from(text.substring(from, to), (c) => c.charCodeAt(0)));
  identifiers.set(key, id);
  return id;
}

function skipNoise(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0xef) return at;
    if (noise.includes(text.charAt(at))) at++;
    else if (text.startsWith(bom, at)) at += bom.length;
    else return at;
  }
  return at;
}

function beginsInterchange(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 0x49 &&
    text.startsWith('ISA', at) &&
    at + 3 < text.length &&
    !alphanumeric.test(text.charAt(at + 3))
  );
}

/** Runs a whole file through a {@link Tokenizer}. */
export function feed(input: Uint8Array | string, sink: SegmentSink): void {
  const bytes = typeof input === 'string' ? encode(input) : input;
  const tokenizer = new Tokenizer(sink);
  // In pieces, so that the text of a large file is never there as a whole.
  for (let at = 0; at < bytes.length; at += 262_144) tokenizer.push(bytes.subarray(at, at + 262_144));
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
