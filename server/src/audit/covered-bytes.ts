import { hash } from 'node:crypto';
import { canonicalJson } from './append.ts';

/** Numbers of types as PostgreSQL sends them. */
const typeOf = { bigint: 20, text: 25, timestamptz: 1184, uuid: 2950, jsonb: 3802 } as const;
/** PostgreSQL counts its microseconds from here. */
const epochMs = Date.UTC(2000, 0, 1);
/** A day in microseconds. */
const dayLength = 86_400_000_000;
const padded = (count: number, digits: number) =>
  Array.from({ length: count }, (_, number) => String(number).padStart(digits, '0'));
const two = padded(60, 2);
const three = padded(1000, 3);
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** Bytes of a uuid that follow a dash. */
const afterDash = new Set([4, 6, 8, 10]);
const [colon = 0, none = 0] = Buffer.from(':n');

/** The bytes that the hash of a row covers, made of its fields in the database's binary form. */
export class CoveredBytes {
  private bytes = Buffer.allocUnsafe(4096);
  private length = 0;

  /** Begins a row with the hash of the one before and the organization. */
  start(previous: Uint8Array, organizationId: string): void {
    this.bytes.set(previous);
    this.length = previous.length;
    this.addAscii(organizationId);
  }

  /** Adds the field of `length` bytes that stands in `page` at `from`, as `hashRow` does: -1 is a null. */
  add(page: Buffer, type: number, from: number, length: number): void {
    if (length === -1) {
      this.reserve(1);
      this.bytes[this.length++] = none;
    } else if (type === typeOf.text) this.addBytes(page, from, length);
    else if (type === typeOf.uuid) this.addAscii(uuidAt(page, from));
    else if (type === typeOf.bigint) this.addAscii(String(bigintAt(page, from)));
    else if (type === typeOf.timestamptz) this.addAscii(instantAt(page, from));
    else if (type === typeOf.jsonb) this.addText(jsonAt(page, from, length));
    else throw new RangeError(`a field of type ${type} is none of the audit trail`);
  }

  hash(): Buffer {
    return hash('sha256', this.bytes.subarray(0, this.length), 'buffer');
  }

  private addBytes(page: Buffer, from: number, length: number): void {
    this.addLength(length);
    // For a few bytes a call costs more than the copying.
    if (length > 64) page.copy(this.bytes, this.length, from, from + length);
    else for (let n = 0; n < length; n += 1) this.bytes[this.length + n] = page[from + n] ?? 0;
    this.length += length;
  }

  private addAscii(text: string): void {
    this.addLength(text.length);
    this.length += this.bytes.write(text, this.length, 'latin1');
  }

  private addText(text: string): void {
    const length = Buffer.byteLength(text);
    this.addLength(length);
    this.bytes.write(text, this.length);
    this.length += length;
  }

  /** The length before a field, and room for the field. */
  private addLength(length: number): void {
    const text = String(length);
    this.reserve(length + text.length + 1);
    for (let n = 0; n < text.length; n += 1) this.bytes[this.length++] = text.charCodeAt(n);
    this.bytes[this.length++] = colon;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

/** Beyond 2^53 it is rounded, and then is neither the number nor the moment that was hashed. */
export function bigintAt(page: Buffer, at: number): number {
  return page.readInt32BE(at) * 2 ** 32 + page.readUInt32BE(at + 4);
}

function uuidAt(page: Buffer, from: number): string {
  let text = '';
  for (let n = 0; n < 16; n += 1) {
    if (afterDash.has(n)) text += '-';
    text += hexOfByte[page[from + n] ?? 0];
  }
  return text;
}

/** The day that was shown last: a trail stays long on one, and the clock of a day is all that is left to be shown. */
let shown = { day: Number.NaN, text: '' };

/** As the product writes moments; what it never writes, a part of a millisecond or no date at all, stays to be seen. */
function instantAt(page: Buffer, from: number): string {
  const microseconds = bigintAt(page, from);
  const day = Math.floor(microseconds / dayLength);
  if (day !== shown.day) {
    const start = new Date(epochMs + day * (dayLength / 1000));
    if (Number.isNaN(start.getTime())) return `${microseconds} microseconds`;
    shown = { day, text: start.toISOString().slice(0, -13) };
  }
  const milliseconds = (microseconds - day * dayLength) / 1000;
  if (!Number.isInteger(milliseconds)) return `${microseconds} microseconds`;
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}`;
  return `${shown.text}${clock}.${three[milliseconds % 1000]}Z`;
}

/** Binary `jsonb` is its text after a byte that tells the version. */
function jsonAt(page: Buffer, from: number, length: number): string {
  const text = page.toString('utf8', from + 1, from + length);
  return text === '{}' ? text : canonicalJson(JSON.parse(text) as Record<string, unknown>);
}
