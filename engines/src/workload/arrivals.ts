import { addDays, type IsoDate } from '../model/index.ts';
import { shrink } from './quantile.ts';
import { weekdayOf } from './working-days.ts';

/** How many items of one kind come on each weekday, and how much that varies from week to week. */
export interface Arrivals {
  /** By weekday, Monday first: items a day. */
  mean: number[];
  /** Of the number a day; never less than chance alone brings (Poisson: the mean itself). */
  variance: number[];
}

/** A weekday of its own counts for this many weeks of what any day brings. */
const weeksOfBelief = 2;

/**
 * Learns arrivals from the number that came on each of the past days. `from` is the first day that was counted and
 * `today`, still running, does not count. Days that are not named brought none.
 */
export function learnArrivals(counts: ReadonlyMap<IsoDate, number>, from: IsoDate, today: IsoDate): Arrivals {
  const byWeekday: number[][] = Array.from({ length: 7 }, () => []);
  for (let day = from; day < today; day = addDays(day, 1))
    byWeekday[weekdayOf(day) - 1]?.push(counts.get(day) ?? 0);
  const workdays = byWeekday.slice(0, 5).flat();
  const weekends = byWeekday.slice(5).flat();
  const mean = byWeekday.map((own, index) => {
    const alike = index < 5 ? workdays : weekends;
    return shrink(average(own), average(alike), own.length, weeksOfBelief);
  });
  const variance = byWeekday.map((own, index) => {
    const middle = mean[index] ?? 0;
    const seen = average(own.map((count) => (count - middle) ** 2));
    return Math.max(middle, shrink(seen, middle, own.length, weeksOfBelief));
  });
  return { mean, variance };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function arrivalsOn({ mean, variance }: Arrivals, day: IsoDate): { mean: number; variance: number } {
  const index = weekdayOf(day) - 1;
  return { mean: mean[index] ?? 0, variance: variance[index] ?? 0 };
}
