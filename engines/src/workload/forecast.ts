import type { IsoDate } from '../model/index.ts';
import { type Arrivals, arrivalsOn } from './arrivals.ts';
import { type Capacity, type DayLoad, type DueWork, planDays } from './plan-days.ts';
import type { StartValues } from './start-values.ts';
import type { WorkKind } from './work-kind.ts';
import { addWorkingDays } from './working-days.ts';

/** What is expected to come of one kind. */
export interface ComingWork {
  kind: WorkKind;
  arrivals: Arrivals;
  /** Planned minutes of a usual item. */
  minutes: number;
  /** Standard deviation of an item's minutes. */
  deviation: number;
}

export interface DeskForecast {
  /** The next days, with what is expected to come. */
  days: DayLoad[];
  /**
   * The evening on which nothing would be left over, when every minute goes into this queue; null when that is beyond
   * the days given. Nine times of ten not before `early`, and as often not after `late`.
   */
  empty: { day: IsoDate | null; early: IsoDate | null; late: IsoDate | null };
  /** Items expected to come on each of the days. */
  coming: number[];
}

/** z of nine tenths. */
const nineTenths = 1.2816;

/**
 * What a desk's queue will do: the open items, what weekdays usually bring, and the time of everybody at that desk.
 * `capacity` begins with today, of which only the time that is left counts; the first `shown` days are planned in detail.
 * Arrivals are due as the practice's own days say.
 */
export function forecastDesk(
  start: StartValues,
  open: readonly (DueWork & { deviation: number })[],
  coming: readonly ComingWork[],
  capacity: readonly Capacity[],
  shown: number,
): DeskForecast {
  const expected: DueWork[] = [...open];
  const near = capacity.slice(0, shown);
  const counts = near.map(({ day }, index) => {
    let count = 0;
    // What comes today is in the queue already, as far as it came.
    if (index === 0) return count;
    for (const { kind, arrivals, minutes } of coming) {
      const { mean } = arrivalsOn(arrivals, day);
      count += mean;
      if (mean > 0)
        expected.push({ due: addWorkingDays(day, start.kinds[kind].dueDays), minutes: mean * minutes });
    }
    return count;
  });
  return { days: planDays(expected, near), empty: whenEmpty(open, coming, capacity), coming: counts };
}

function whenEmpty(
  open: readonly (DueWork & { deviation: number })[],
  coming: readonly ComingWork[],
  capacity: readonly Capacity[],
): DeskForecast['empty'] {
  let left = open.reduce((sum, { minutes }) => sum + minutes, 0);
  let variance = open.reduce((sum, { deviation }) => sum + deviation ** 2, 0);
  const empty: DeskForecast['empty'] = { day: null, early: null, late: null };
  for (const [index, { day, minutes }] of capacity.entries()) {
    if (index > 0) {
      for (const { arrivals, minutes: each, deviation } of coming) {
        const count = arrivalsOn(arrivals, day);
        left += count.mean * each;
        variance += count.variance * each ** 2 + count.mean * deviation ** 2;
      }
    }
    left -= minutes;
    const band = nineTenths * Math.sqrt(variance);
    if (left - band <= 0) empty.early ??= day;
    if (left <= 0) empty.day ??= day;
    if (left + band <= 0) empty.late ??= day;
  }
  return empty;
}
