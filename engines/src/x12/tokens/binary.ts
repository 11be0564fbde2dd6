import type { Delimiters } from './segment.ts';

/** The most binary data of one segment that is read: 64 MiB. */
const longestBinary = 67_108_864;

/** A BIN or BDS segment that was cut. The data keeps one character a byte. */
export interface BinarySegment {
  elements: string[];
  /** Characters used, the terminator included where there is one. */
  length: number;
  isTerminated: boolean;
  fault?: { code: string; message: string; element: string; fatal: boolean };
}

/** Separators before the data: two in BIN, three in BDS, none in any other segment. Source: X12.22, BIN and BDS. */
export function binaryDepth(text: string, start: number, { element }: Delimiters): number {
  if (text.charAt(start + 3) !== element) return 0;
  return text.startsWith('BIN', start) ? 2 : text.startsWith('BDS', start) ? 3 : 0;
}

/**
 * Cuts a BIN or BDS segment by the length it declares, since its data may hold any byte, delimiters
 * included. Where no terminator follows after so many bytes, the data ends at the next terminator that
 * something like a segment follows, and the length is at fault. `more`: what is there does not tell yet.
 * `ordinary`: the segment ends before its data.
 */
export function readBinary(
  text: string,
  start: number,
  delimiters: Delimiters,
  last: boolean,
): BinarySegment | 'more' | 'ordinary' {
  const { element, segment } = delimiters;
  let separator = start - 1;
  for (let count = binaryDepth(text, start, delimiters); count > 0; count--) {
    separator = text.indexOf(element, separator + 1);
    if (separator < 0) break;
  }
  const terminator = text.indexOf(segment, start);
  if (separator < 0 && terminator < 0) return last ? 'ordinary' : 'more';
  if (separator < 0 || (terminator >= 0 && terminator < separator)) return 'ordinary';
  const head = text
    .slice(start, separator)
    .replace(/[\r\n]+/g, '')
    .split(element);
  const declared = head.at(-1) ?? '';
  const data = separator + 1;
  const cut = (end: number, fault?: BinarySegment['fault']): BinarySegment => ({
    elements: [...head, text.slice(data, end)],
    length: Math.min(end + 1, text.length) - start,
    isTerminated: end < text.length,
    ...(fault && { fault }),
  });
  const isCount = /^\d{1,15}$/.test(declared);
  if (isCount && Number(declared) <= longestBinary) {
    const end = data + Number(declared);
    if (text.charAt(end) === segment || (last && end === text.length)) return cut(end);
    if (!last && end >= text.length) return 'more';
  }
  const end = resynchronised(text, data, delimiters, last);
  if (end === undefined) return 'more';
  const at = `${head[0] ?? ''}0${head.length - 1}`;
  if (end - data > longestBinary) {
    const message = `Binary data is longer than ${longestBinary} bytes; reading stops here.`;
    return cut(end, { code: 'segment-too-long', element: at, fatal: true, message });
  }
  // What is no number at all, the check of the element says.
  if (!isCount) return cut(end);
  const message = `${at} does not count the bytes of the data: there are ${end - data}.`;
  return cut(end, { code: 'binary-length', element: at, fatal: false, message });
}

const beginning = /^\s*[A-Z][A-Z0-9]{1,2}/;

/** Where data ends whose length is wrong; undefined while that cannot be known. */
function resynchronised(
  text: string,
  data: number,
  { element, segment }: Delimiters,
  last: boolean,
): number | undefined {
  let first: number | undefined;
  for (let at = text.indexOf(segment, data); at >= 0; at = text.indexOf(segment, at + 1)) {
    if (at - data > longestBinary) break;
    first ??= at;
    const next = text.slice(at + 1, at + 65);
    const found = beginning.exec(next)?.[0];
    if (found !== undefined && next.charAt(found.length) === element) return at;
    if (next.length < 64 && !last) return undefined;
  }
  if (!last && text.length - data <= longestBinary) return undefined;
  return first ?? text.length;
}
