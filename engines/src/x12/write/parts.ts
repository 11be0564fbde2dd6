import { type Address, type Adjustment, compactDate, formatAmount, type IsoDate } from '../../model/index.ts';
import type { DraftSegment } from './draft.ts';

/** N3 and N4; nothing for no address. */
export function addressSegments(address: Address | undefined): DraftSegment[] {
  if (!address) return [];
  return [
    ['N3', address.line1, address.line2],
    ['N4', address.city, address.state, address.zip, address.country, '', '', address.subdivision],
  ];
}

/** CAS segments: one for each group code in order of first mention, six adjustments at most in one. */
export function adjustmentSegments(adjustments: readonly Adjustment[]): DraftSegment[] {
  const groups = new Set(adjustments.map(({ group }) => group));
  return [...groups].flatMap((group) => {
    const own = adjustments.filter((adjustment) => adjustment.group === group);
    const segments: DraftSegment[] = [];
    for (let at = 0; at < own.length; at += 6) {
      const trios = own
        .slice(at, at + 6)
        .flatMap(({ reason, amount, quantity }) => [reason, formatAmount(amount), decimal(quantity)]);
      segments.push(['CAS', group, ...trios]);
    }
    return segments;
  });
}

/** A quantity as X12 writes it, at most three decimals. */
export function decimal(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(Number(value.toFixed(3)));
}

/** D8 for one day, RD8 for a stretch. */
export function dateSegment(qualifier: string, from: IsoDate, to?: IsoDate): DraftSegment {
  if (to === undefined) return ['DTP', qualifier, 'D8', compactDate(from)];
  return ['DTP', qualifier, 'RD8', `${compactDate(from)}-${compactDate(to)}`];
}
