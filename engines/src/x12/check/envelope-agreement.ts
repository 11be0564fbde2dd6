import { setsOfVersion } from '../guides/index.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { functionalIdOf, isFunctionalId } from '../transaction-type.ts';
import type { GroupRecord } from './records.ts';
import type { Report } from './transaction-check.ts';

/**
 * What is wrong between two segments of the envelope, and at which of them; and the element that it was held
 * against: where that one is at fault itself, there is nothing to be held against it.
 */
export type Disagreement = readonly [
  at: Segment,
  report: Report & { element: string },
  against?: readonly [Segment, string],
];

/** A trailer (SE, GE, IEA) counts what it ends. */
export function countOf(trailer: Segment, actual: number, what: string): Disagreement[] {
  const stated = element(trailer, 1);
  if (/^\d{1,10}$/.test(stated) && Number(stated) === actual) return [];
  const at = `${trailer.id}01`;
  const message = `${at} does not count the ${what} right: there are ${actual}.`;
  return [[trailer, { snip: 1, code: `${trailer.id.toLowerCase()}-count`, element: at, message }]];
}

/** A trailer repeats the control number of its header (ST02, GS06, ISA13). */
export function controlOf(trailer: Segment, header: Segment, index: number): Disagreement[] {
  if (element(trailer, 2) === element(header, index)) return [];
  const at = `${trailer.id}02`;
  const message = `${at} is not the control number of its ${header.id}.`;
  const report = { snip: 1 as const, code: `${trailer.id.toLowerCase()}-control`, element: at, message };
  return [[trailer, report, [header, header.id + String(index).padStart(2, '0')]]];
}

/** The functional identifier of the inquiry that an answer belongs to. */
const inquiryOf: Readonly<Record<string, string>> = { HB: 'HS', HN: 'HR' };

/** GS01 is judged by the first transaction of the group, and what follows has to be of the same kind. */
export function kindOf({ gs, transactions: [first] }: GroupRecord, st: Segment): Disagreement[] {
  const [kind, set] = [element(gs, 1), element(st, 1)];
  const due = functionalIdOf(set);
  if (due === undefined) {
    if (!isFunctionalId(kind) || !/^[0-9A-Z]{3}$/.test(set)) return [];
    const message = `ST01 is none of the transactions that GS01 announces (${kind}).`;
    return [[st, { snip: 1, code: 'group-kind', element: 'ST01', message }]];
  }
  if (first) {
    if ((functionalIdOf(element(first.st, 1)) ?? kind) === due) return [];
    const message = 'ST01 is of another kind than the first transaction of the group.';
    return [[st, { snip: 1, code: 'group-kind', element: 'ST01', message }]];
  }
  if (kind === due) return [];
  const message = `GS01 must be ${due} for ${set} transactions.`;
  // Answers go out under the code of their inquiry here and there, and ST01 leaves no doubt.
  const severity = inquiryOf[due] === kind ? 'warning' : 'error';
  return [[gs, { severity, snip: 1, code: 'group-kind', element: 'GS01', message }]];
}

/** A version that names the guide of another transaction set. Where ST01 is none that is known, that one is wrong. */
export function guideOf(gs: Segment, st: Segment): Disagreement[] {
  const [set, version] = [element(st, 1), element(st, 3) || element(gs, 8)];
  const sets = setsOfVersion(version);
  if (sets.length === 0 || sets.includes(set)) return [];
  const message = `The guide of this version is one for ${sets.join(' or ')} transactions.`;
  const report = { snip: 1 as const, code: 'version-mismatch', message };
  if (functionalIdOf(set) === undefined) return [[st, { ...report, element: 'ST01' }]];
  return element(st, 3) === ''
    ? [[gs, { ...report, element: 'GS08' }]]
    : [[st, { ...report, element: 'ST03' }]];
}

/** ST03, where it is sent, is the version of the group. */
export function versionOf(gs: Segment, st: Segment): Disagreement[] {
  if (element(st, 3) === '' || element(st, 3) === element(gs, 8)) return [];
  const message = 'ST03 is not the version that the group declares in GS08.';
  return [[st, { snip: 1, code: 'version-mismatch', element: 'ST03', message }, [gs, 'GS08']]];
}

/** The guides of 5010 are sent in interchanges of that version. Source: 005010X222A1 and others, appendix C, ISA12. */
export function interchangeVersionOf(isa: Segment, gs: Segment): Disagreement[] {
  if (!/^005010X\d{3}/.test(element(gs, 8)) || element(isa, 12) === '00501') return [];
  const message = 'ISA12 must be 00501 for what follows a guide of version 005010 (GS08).';
  return [[isa, { snip: 1, code: 'interchange-version', element: 'ISA12', message }, [gs, 'GS08']]];
}
