import { type Cents, cents, parseAmount } from '../../model/index.ts';
import { element, type Segment } from '../tokens/segment.ts';

/** Ten digits are all a guide allows; an amount that is longer, or is none, counts as unreadable. */
export function amount(segment: Segment | undefined, index: number): Cents | undefined {
  const text = segment ? element(segment, index) : '';
  const isLong = text.length > 10 && text.replace(/[-.]/g, '').length > 10;
  return isLong ? undefined : parseAmount(text);
}

/** The sum of amounts, or undefined as soon as one of them is unreadable: then there is nothing to balance. */
export function total(amounts: readonly (Cents | undefined)[]): Cents | undefined {
  let sum = 0;
  for (const one of amounts) {
    if (one === undefined) return undefined;
    sum += one;
  }
  return cents(sum);
}

/** The adjustment amounts of CAS segments (CAS03, 06, 09 …): unreadable where a reason has none, or the reverse. */
export function casAmounts(segments: readonly Segment[]): (Cents | undefined)[] {
  const amounts: (Cents | undefined)[] = [];
  for (const segment of segments) {
    for (let i = 3; i <= 18 && i <= segment.elements.length; i += 3) {
      const hasReason = element(segment, i - 1) !== '';
      if (hasReason || element(segment, i) !== '') amounts.push(hasReason ? amount(segment, i) : undefined);
    }
  }
  return amounts;
}
