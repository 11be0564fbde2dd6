import { idQualifiers } from '../check/envelope-check.ts';
import type { InterchangeAcknowledgement, Station } from '../exchange.ts';
import type { X12Finding } from '../finding.ts';
import { encode, latin1 } from '../tokens/bytes.ts';
import { isaLength, isaReach } from '../tokens/isa.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { noteCode, noteCodeOfGroup } from './codes.ts';

/** Text of a file that may be anything, fit to be repeated in an answer. */
export function repeatable(text: string, longest: number): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, longest);
}

/** What a receiver knows of itself; without it every interchange is for it. */
export interface ReceiverKnowledge {
  /** The ids (ISA08) it answers to; another one is refused (TA105 = 009). */
  receivers?: readonly string[];
  /** The interchange versions (ISA12) it takes; another one is refused (TA105 = 003). */
  interchangeVersions?: readonly string[];
}

/** Who answers whom: the other way round than the file went. */
export function answeringStations(isa: readonly string[]): { sender: Station; receiver: Station } {
  const station = (index: 5 | 7): Station => ({
    id: repeatable((isa[index + 1] ?? '').trim(), 15),
    // One that is none cannot be repeated in an answer that is to be read.
    qualifier: idQualifiers.test(isa[index] ?? '') ? (isa[index] ?? '') : 'ZZ',
  });
  return { sender: station(7), receiver: station(5) };
}

const isError = ({ severity }: X12Finding) => severity === 'error';

/**
 * The TA1 for an interchange that was read. `own` was found in its envelope, `ofGroups` in the envelopes of its
 * groups. The first error refuses it (R); a warning alone is told with an acceptance (E).
 */
export function answerInterchange(
  isa: Segment,
  own: readonly X12Finding[],
  ofGroups: readonly X12Finding[],
  { receivers, interchangeVersions }: ReceiverKnowledge,
): InterchangeAcknowledgement {
  const isStrange = interchangeVersions !== undefined && !interchangeVersions.includes(element(isa, 12));
  const isForOthers = receivers !== undefined && !receivers.includes(element(isa, 8).trim());
  const [error] = [
    ...own.filter(isError).map(noteCode),
    ...(isStrange ? ['003'] : []),
    ...(isForOthers ? ['009'] : []),
    ...ofGroups.filter(isError).flatMap((finding) => noteCodeOfGroup(finding) ?? []),
  ];
  const [warning] = own.filter(({ severity }) => severity === 'warning').map(noteCode);
  if (error !== undefined) return { ...heading(isa.elements), status: 'R', note: error };
  if (warning !== undefined) return { ...heading(isa.elements), status: 'E', note: warning };
  return { ...heading(isa.elements), status: 'A', note: '000' };
}

function heading(isa: readonly string[]): Omit<InterchangeAcknowledgement, 'status' | 'note'> {
  return {
    kind: 'TA1',
    control: repeatable(isa[13] ?? '', 9),
    sentDate: repeatable(isa[9] ?? '', 6),
    sentTime: repeatable(isa[10] ?? '', 4),
    transactions: [],
  };
}

/** Where the elements of an ISA stand, which is the one segment of fixed width: begin and length. */
const fixed: readonly (readonly [number, number])[] = [
  [0, 3],
  [4, 2],
  [7, 10],
  [18, 2],
  [21, 10],
  [32, 2],
  [35, 15],
  [51, 2],
  [54, 15],
  [70, 6],
  [77, 4],
  [82, 1],
  [84, 5],
  [90, 9],
  [100, 1],
  [102, 1],
  [104, 1],
];

/** A delimiter must not be what data is made of. */
const unfit = /[A-Za-z0-9 \0]|[^\0-\u007f]/;

/**
 * The TA1 for an ISA whose delimiters cannot be used: at its fixed width it still says who sent it under which
 * number. Undefined when not even that can be read.
 */
export function answerUnreadable(
  bytes: Uint8Array | string,
  position: number,
): { isa: readonly string[]; answer: InterchangeAcknowledgement } | undefined {
  const all = typeof bytes === 'string' ? encode(bytes) : bytes;
  const text = latin1(all.subarray(position, position + isaReach));
  const isa = fixed.map(([from, length]) => text.slice(from, from + length));
  // An id with a separator in it is none: the ISA has not its fixed width.
  const separator = text.charAt(3);
  const isId = (id: string) => id.trim() !== '' && (unfit.test(separator) || !id.includes(separator));
  const isReadable = /^\d{9}$/.test(isa[13] ?? '') && [6, 8].every((index) => isId(isa[index] ?? ''));
  if (!isReadable) return undefined;
  return { isa, answer: { ...heading(isa), status: 'R', note: noteOfDelimiters(text) } };
}

/** 026 data element separator, 027 component separator, 004 segment terminator, 016 ISA11, 023 the file ends. */
function noteOfDelimiters(text: string): string {
  const [separator, repetition, component, terminator] = [3, 82, 104, 105].map((at) => text.charAt(at));
  if (text.length < isaLength || terminator === undefined || component === undefined) return '023';
  if (separator === undefined || unfit.test(separator) || /[\r\n]/.test(separator)) return '026';
  if (unfit.test(component) || /[\r\n]/.test(component) || component === separator) return '027';
  if (unfit.test(terminator) || terminator === separator || terminator === component) return '004';
  return repetition === separator || repetition === component || repetition === terminator ? '016' : '022';
}
