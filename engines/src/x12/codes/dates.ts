import { type IsoDate, parseCompactDate } from '../../model/index.ts';
import { around, first, type Loop, loopOf, loopsOf, value } from '../walk/loop.ts';
import type { CodeSet } from './code-set.ts';

/** Dates of service by segment and qualifier, the nearest meaning first. Of a stretch, the last day counts for inpatient stays. */
const dates: readonly (readonly [id: 'DTP' | 'DTM', ...codes: string[]])[] = [
  ['DTP', '472'],
  ['DTM', '472'],
  ['DTM', '150'],
  ['DTP', '434'],
  ['DTM', '232'],
  ['DTP', '435'],
  ['DTP', 'AAH'],
];

/** Codes that say what a payer decided, and count on the day it did. */
const ofDecisions: ReadonlySet<CodeSet> = new Set([
  'adjustment-reason',
  'remark',
  'claim-status',
  'claim-status-category',
]);

/**
 * The date that chooses the edition of a code; undefined where none is said. For what a payer decided it is
 * the day of the decision or answer; for all else the service date of the loop, of the lines within it or of
 * the loops around it, for an inpatient stay the discharge, and the day of the transaction where no service
 * is dated. Source: 45 CFR 162.1011; ICD-10-CM Official Guidelines, introduction.
 */
export function dateOf(loop: Loop, set: CodeSet): IsoDate | undefined {
  if (ofDecisions.has(set)) {
    const decided =
      value(first(loop, 'DTP', '573'), 3) ?? value(first(loopOf(loop, '2330B'), 'DTP', '573'), 3);
    return parseCompactDate(decided ?? '') ?? dayOf(around(loop, ''));
  }
  for (let at: Loop | undefined = loop; at !== undefined; at = at.parent) {
    const own = ownDate(at) ?? dateOfLines(at);
    if (own !== undefined) return own;
    if (at.id === '') return dayOf(at);
  }
  return undefined;
}

function dateOfLines(claim: Loop): IsoDate | undefined {
  for (const line of loopsOf(claim, '2400')) {
    const date = ownDate(line);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The day of a transaction: of the payment in a remittance. */
function dayOf(transaction: Loop | undefined): IsoDate | undefined {
  return parseCompactDate(value(first(transaction, 'BHT'), 4) ?? value(first(transaction, 'BPR'), 16) ?? '');
}

function ownDate(loop: Loop): IsoDate | undefined {
  for (const [id, ...codes] of dates) {
    const segment = first(loop, id, ...codes);
    const text = value(segment, id === 'DTP' ? 3 : 2);
    if (text === undefined) continue;
    const isStay = codes[0] === '434';
    const date = parseCompactDate(isStay ? text.slice(-8) : text.slice(0, 8));
    if (date !== undefined) return date;
  }
  return undefined;
}
