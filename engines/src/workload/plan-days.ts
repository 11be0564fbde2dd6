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

/** The fullest any day gets: what is due by then against the time until then. Work without any time counts a thousand. */
export function peakOf(work: readonly DueWork[], capacity: readonly Capacity[]): number {
  let until = 0;
  let peak = 0;
  for (const [index, { day, minutes }] of capacity.entries()) {
    until += minutes;
    const isLast = index === capacity.length - 1;
    const due = work.reduce((sum, one) => (isLast || one.due <= day ? sum + one.minutes : sum), 0);
    if (due > 0) peak = Math.max(peak, until > 0 ? due / until : 1000);
  }
  return peak;
}
