import { segmentNames } from '../standard/names.ts';
import type { Segment } from '../tokens/segment.ts';

/** Elements of ISA that have a fixed width, padded with blanks. Source: X12.5. */
const isaWidths = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

/** What ISA holds where a document does not say. */
export const isaDefaults: Readonly<Record<string, string>> = {
  authorizationQualifier: '00',
  authorization: '',
  securityQualifier: '00',
  security: '',
  senderQualifier: 'ZZ',
  receiverQualifier: 'ZZ',
  repetition: 'U',
  version: '00501',
  acknowledgementRequested: '0',
  usage: 'P',
};

/** The names of an envelope segment's elements, 01 first. */
export function envelopeNames(id: string): string[] {
  return (segmentNames.get(id)?.slots ?? []).map(({ name = '' }) => name);
}

/** The elements of ISA by name, without padding; the delimiters are kept apart. */
export function readIsaElements({ elements, delimiters }: Segment): Record<string, string> {
  const header: Record<string, string> = {};
  envelopeNames('ISA').forEach((name, index) => {
    if (name === 'component' || (name === 'repetition' && delimiters.repetition !== undefined)) return;
    const text = (elements[index + 1] ?? '').replace(/ {1,60}$/, '');
    if (text !== '' || isaDefaults[name] !== '') header[name] = text;
  });
  return header;
}

/**
 * The elements of GS, GE, IEA, ST, SE or TA1 by name, but for those that are as expected. They have no
 * components, so that nothing but an element separator cuts them.
 */
export function readEnvelope(
  { id, elements }: Segment,
  expected: Readonly<Record<string, string | undefined>> = {},
): Record<string, string | null> {
  const names = envelopeNames(id);
  const read: Record<string, string | null> = {};
  for (let index = 1; index < Math.max(elements.length, names.length + 1); index++) {
    const name = names[index - 1] ?? `element${index}`;
    const text = elements[index];
    if (text === undefined || (text === '' && index < elements.length - 1)) {
      if (expected[name] !== undefined) read[name] = null;
    } else if (text !== expected[name]) read[name] = text;
  }
  return read;
}

/** The width an element of ISA has. */
export function isaWidth(at: number): number {
  return isaWidths[at - 1] ?? 0;
}
