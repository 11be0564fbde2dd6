import { type IsoDate, parseCompactDate } from '../../model/index.ts';
import { first, type Loop, loopsOf, value } from '../loop.ts';

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

/**
 * The date that chooses the edition of a code: the service date of the loop, of the lines within it or of the
 * loops around it, else the day of the transaction; undefined where none is said. A code set is chosen by the date of service, for an
 * inpatient stay by the discharge (45 CFR 162.1011; ICD-10-CM Official Guidelines, introduction).
 */
export function dateOf(loop: Loop): IsoDate | undefined {
  for (let at: Loop | undefined = loop; at !== undefined; at = at.parent) {
    const own =
      ownDate(at) ??
      loopsOf(at, '2400')
        .map(ownDate)
        .find((date) => date !== undefined);
    if (own !== undefined) return own;
    if (at.id === '')
      return parseCompactDate(value(first(at, 'BHT'), 4) ?? value(first(at, 'BPR'), 16) ?? '');
  }
  return undefined;
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
