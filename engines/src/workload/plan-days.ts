import type { IsoDate } from '../model/index.ts';

/** Work with a day it is due on. Minutes as planned. */
export interface DueWork {
  due: IsoDate;
  minutes: number;
}

export interface Capacity {
  day: IsoDate;
  minutes: number;
}

/** One day of a plan. Minutes. */
export interface DayLoad {
  day: IsoDate;
  available: number;
  /** What the day holds when work is done in the order of its due days. */
  planned: number;
  /** What has to be done by the end of this day though everything that could be done before was done. */
  needed: number;
  /** By how much `needed` goes beyond `available`: work that will be late. */
  over: number;
}

/**
 * Lays work on days by its due day (earliest first, which meets every due day whenever any order can), and says for each
 * day whether what is due by then fits into the time until then.
 */
export function planDays(work: readonly DueWork[], capacity: readonly Capacity[]): DayLoad[] {
  const total = work.reduce((sum, { minutes }) => sum + minutes, 0);
  let before = 0;
  let laid = 0;
  return capacity.map(({ day, minutes: available }) => {
    const due = work.reduce((sum, one) => (one.due <= day ? sum + one.minutes : sum), 0);
    const planned = Math.min(available, total - laid);
    const needed = Math.max(0, due - before);
    before += available;
    laid += planned;
    return { day, available, planned, needed, over: Math.max(0, needed - available) };
  });
}

/** Minutes due by the end of each day; by the last, everything. */
export function dueByDay(work: readonly DueWork[], capacity: readonly Capacity[]): number[] {
  return capacity.map((_, index) =>
    work.reduce((sum, one) => (isDueBy(one, capacity, index) ? sum + one.minutes : sum), 0),
  );
}

function isDueBy({ due }: DueWork, capacity: readonly Capacity[], index: number): boolean {
  const day = capacity[index]?.day;
  return index === capacity.length - 1 || (day !== undefined && due <= day);
}

/** The fullest any day gets: what is due by then against the time until then. Work without any time counts a thousand. */
export function peakOf(work: readonly DueWork[], capacity: readonly Capacity[]): number {
  return fullest(dueByDay(work, capacity), capacity);
}

/** {@link peakOf} work of which {@link dueByDay} is known, with one item more (`sign` 1) or less (-1). */
export function peakWith(
  due: readonly number[],
  capacity: readonly Capacity[],
  item: DueWork,
  sign: 1 | -1,
): number {
  return fullest(
    due.map((minutes, index) => (isDueBy(item, capacity, index) ? minutes + sign * item.minutes : minutes)),
    capacity,
  );
}

function fullest(due: readonly number[], capacity: readonly Capacity[]): number {
  let until = 0;
  let peak = 0;
  for (const [index, { minutes }] of capacity.entries()) {
    until += minutes;
    const needed = due[index] ?? 0;
    // Below this is what taking away leaves of rounding.
    if (needed > 1e-6) peak = Math.max(peak, until > 0 ? needed / until : 1000);
  }
  return peak;
}
