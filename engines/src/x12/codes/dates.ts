import { type IsoDate, parseCompactDate } from '../../model/index.ts';
import { component, element } from '../tokens/segment.ts';
import { around, first, growing, type Loop, loopOf, perLoop, value } from '../walk/loop.ts';
import type { CodeSet } from './code-set.ts';

/** Dates of service by segment and qualifier, the nearest meaning first. Of a stretch, the last day counts for inpatient stays. */
const ranks: ReadonlyMap<string, number> = new Map(
  ['DTP 472', 'DTM 472', 'DTM 150', 'DTP 434', 'DTM 232', 'DTP 435', 'DTP AAH'].map((place, rank) => [
    place,
    rank,
  ]),
);

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
    const transaction = around(loop, '');
    return parseCompactDate(decided ?? '') ?? (transaction && dayOf(transaction));
  }
  for (let at: Loop | undefined = loop; at !== undefined; at = at.parent) {
    const own = ownDate(at) ?? dateOfLines(at);
    if (own !== undefined) return own;
    if (at.id === '') return dayOf(at);
  }
  return undefined;
}

/** How far the loops of a claim were looked at, and what was found. */
const ofLines = growing((): { read: number; date: IsoDate | undefined } => ({ read: 0, date: undefined }));

function dateOfLines(claim: Loop): IsoDate | undefined {
  const known = ofLines(claim);
  for (; known.date === undefined; known.read++) {
    const line = claim.loops[known.read];
    if (!line) break;
    if (line.id === '2400') known.date = ownDate(line);
    // The last one may have more to say.
    if (known.read === claim.loops.length - 1) break;
  }
  return known.date;
}

/** The day of a transaction: of the payment in a remittance. */
const dayOf = perLoop((transaction) =>
  parseCompactDate(value(first(transaction, 'BHT'), 4) ?? value(first(transaction, 'BPR'), 16) ?? ''),
);

/** How far the segments of a loop were looked at, and the date of the nearest meaning among them. */
const ofLoops = growing((): { read: number; rank: number; date: IsoDate | undefined } => ({
  read: 0,
  rank: ranks.size,
  date: undefined,
}));

/** Each code within asks, so that a loop is read on from where it was, however it grew since. */
function ownDate(loop: Loop): IsoDate | undefined {
  const known = ofLoops(loop);
  for (; known.read < loop.segments.length; known.read++) {
    const segment = loop.segments[known.read];
    if (segment?.id !== 'DTP' && segment?.id !== 'DTM') continue;
    const code = component(segment, 1, 1);
    const rank = ranks.get(`${segment.id} ${code}`) ?? ranks.size;
    if (rank >= known.rank) continue;
    const text = element(segment, segment.id === 'DTP' ? 3 : 2);
    const date = parseCompactDate(code === '434' ? text.slice(-8) : text.slice(0, 8));
    if (date !== undefined) [known.rank, known.date] = [rank, date];
  }
  return known.date;
}
