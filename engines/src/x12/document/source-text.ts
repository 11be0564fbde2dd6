import { encode } from '../tokens/bytes.ts';
import type { Segment } from '../tokens/segment.ts';

const beyondAscii = /[\u0080-\uffff]/;

export function isBeyondAscii(source: Uint8Array): boolean {
  for (let at = 0; at < source.length; at++) if ((source[at] ?? 0) >= 0x80) return true;
  return false;
}

/** Whether a segment that holds more than ASCII was not UTF-8 in the file. */
export function isLatin1({ id, elements, delimiters, position }: Segment, source: Uint8Array): boolean {
  if (id === 'BIN' || id === 'BDS') return false;
  const text = elements.join(delimiters.element);
  if (!beyondAscii.test(text)) return false;
  const utf8 = encode(text);
  for (let at = 0, from = position; at < utf8.length; from++) {
    const byte = source[from];
    // Line breaks within a segment are passed over.
    if (byte === 0x0a || byte === 0x0d) continue;
    if (byte !== utf8[at++]) return true;
  }
  return false;
}

/** The line break between the first two segments of an interchange. */
export function lineBreakAfter(isa: Segment, next: Segment, source: Uint8Array): '\n' | '\r\n' | undefined {
  const end = isa.position + isa.elements.join(isa.delimiters.element).length + 1;
  const between = [...source.subarray(end, Math.min(next.position, end + 3))];
  if (between.join() === '10') return '\n';
  return between.join() === '13,10' ? '\r\n' : undefined;
}
