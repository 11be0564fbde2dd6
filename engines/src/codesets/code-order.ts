import type { StringTable } from './sections.ts';

/** The codes of an edition, and the places of its rows in the order of their codes. */
export interface CodeOrder {
  codes: StringTable;
  /** The publisher's order is not quite alphabetic: C7A stands before C76. */
  sorted: Uint32Array;
}

/** Where in `sorted` the codes begin that do not stand before this one; codes as they are displayed. */
export function firstNotBefore({ codes, sorted }: CodeOrder, start: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (codes.at(sorted[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places of the rows whose codes begin so, in the order of the codes. */
export function beginningWith(order: CodeOrder, start: string, limit: number): number[] {
  const found: number[] = [];
  for (let at = firstNotBefore(order, start); at < order.sorted.length && found.length < limit; at += 1) {
    const place = order.sorted[at] ?? 0;
    if (!order.codes.at(place).startsWith(start)) break;
    found.push(place);
  }
  return found;
}
