import type { Cents, IsoDate } from '../model/index.ts';

/** The price of a procedure between two dates, both included. */
export interface Fee {
  procedure: string;
  /** Modifiers that make it a price of its own (`26`, `TC`); empty for the plain procedure. */
  modifiers: string[];
  price: Cents;
  from: IsoDate;
  /** Absent while no end is known. */
  to?: IsoDate;
}

export interface FeeSchedule {
  name: string;
  fees: Fee[];
}

/** Two fees of the same procedure and modifiers that are both in force on `date`. */
export interface FeeOverlap {
  procedure: string;
  modifiers: string[];
  date: IsoDate;
}

/**
 * The price of one unit on a date of service: of the fee whose modifiers all stand on the line, the one that
 * names most of them. Undefined when the schedule has none in force. The order of modifiers does not matter.
 */
export function priceOf(
  schedule: FeeSchedule,
  procedure: string,
  modifiers: readonly string[],
  date: IsoDate,
): Cents | undefined {
  let best: Fee | undefined;
  for (const fee of schedule.fees) {
    if (fee.procedure !== procedure || !inForce(fee, date)) continue;
    if (!fee.modifiers.every((modifier) => modifiers.includes(modifier))) continue;
    if (!best || fee.modifiers.length > best.modifiers.length) best = fee;
  }
  return best?.price;
}

/** Where a schedule gives two prices for one thing on one day; a schedule is stored only when there is none. */
export function overlaps({ fees }: FeeSchedule): FeeOverlap[] {
  const byThing = new Map<string, Fee[]>();
  for (const fee of fees) {
    const key = [fee.procedure, ...fee.modifiers.toSorted()].join(' ');
    byThing.set(key, [...(byThing.get(key) ?? []), fee]);
  }
  return [...byThing.values()].flatMap(overlapsOf);
}

function overlapsOf(fees: Fee[]): FeeOverlap[] {
  const sorted = fees.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const found: FeeOverlap[] = [];
  let reach: Fee | undefined;
  for (const fee of sorted) {
    if (reach && inForce(reach, fee.from)) {
      found.push({ procedure: fee.procedure, modifiers: fee.modifiers, date: fee.from });
    }
    if (!reach || (reach.to !== undefined && (fee.to === undefined || fee.to > reach.to))) reach = fee;
  }
  return found;
}

function inForce({ from, to }: Fee, date: IsoDate): boolean {
  return from <= date && (to === undefined || date <= to);
}
