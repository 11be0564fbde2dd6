import { tokenize } from '@superbill/engines/x12';

export interface Segment {
  /** Its place in the file, counted as the server's problems count it: the ISA is 1. */
  number: number;
  elements: readonly string[];
  /** What stands between elements; empty in what is no X12. */
  separator: string;
}

/** A file as lines for reading: one X12 segment each, or the lines of what is no X12. */
export function segmentsOf(content: string): Segment[] {
  const { interchanges, faults } = tokenize(content);
  const segments = interchanges.flatMap((interchange) => interchange.segments);
  if (segments.length === 0) return linesOf(content, 1);
  const read = segments.map(({ ordinal, elements, delimiters }) => ({
    number: ordinal,
    elements,
    separator: delimiters.element,
  }));
  // Where the reader gives up, the rest is still there to be looked at.
  const stop = faults.find(({ fatal }) => fatal);
  if (!stop) return read;
  const rest = new TextDecoder().decode(new TextEncoder().encode(content).subarray(stop.position));
  return [...read, ...linesOf(rest, (read.at(-1)?.number ?? 0) + 1)];
}

function linesOf(text: string, from: number): Segment[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line, place) => ({ number: from + place, elements: [line], separator: '' }));
}

interface Problem {
  message: string;
  at?: string | undefined;
}

/**
 * The number of the segment that a problem is about: named outright (`segment 12, byte 340`), or the claim or
 * line of a payment (`claim 2 of 3, line 1`), whose trace number the message names.
 */
export function faultySegment(
  segments: readonly Segment[],
  { message, at = '' }: Problem,
): number | undefined {
  const named = /^segment (\d+)/.exec(at)?.[1];
  if (named !== undefined) return Number(named);
  const payment = paymentNamed(segments, message);
  const own = (id: string, from = 0) =>
    payment.flatMap(({ elements }, place) => (place >= from && elements[0] === id ? [place] : []));
  const place = () => {
    const [, claim, line] = /^claim (\d+) of \d+(?:, line (\d+))?/.exec(at) ?? [];
    if (claim === undefined) return own(at === '' ? 'TRN' : 'BPR')[0];
    const clp = own('CLP')[Number(claim) - 1];
    return clp === undefined || line === undefined ? clp : (own('SVC', clp)[Number(line) - 1] ?? clp);
  };
  return payment[place() ?? -1]?.number;
}

/** The transaction (ST to SE) with the payment that a message names; the only payment when it names none. */
function paymentNamed(segments: readonly Segment[], message: string): readonly Segment[] {
  const payments = transactionsOf(segments).filter((each) =>
    each.some(({ elements }) => elements[0] === 'BPR'),
  );
  const words = message.split(' ');
  const named = payments.find((each) =>
    each.some(({ elements }) => elements[0] === 'TRN' && words.includes(elements[2] ?? '')),
  );
  return named ?? (payments.length === 1 ? payments[0] : undefined) ?? [];
}

function transactionsOf(segments: readonly Segment[]): Segment[][] {
  const found: Segment[][] = [];
  for (const segment of segments) {
    if (segment.elements[0] === 'ST') found.push([]);
    found.at(-1)?.push(segment);
  }
  return found;
}
