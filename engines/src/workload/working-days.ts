import { addDays, type IsoDate } from '../model/index.ts';

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: IsoDate): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function isWeekend(day: IsoDate): boolean {
  return weekdayOf(day) > 5;
}

/** The day a number of days from Monday to Friday later; holidays are not known. */
export function addWorkingDays(day: IsoDate, count: number): IsoDate {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}

/**
 * The first day on which somebody works, today where that is so, and `count` further ones, at most four weeks ahead; today
 * alone when nobody ever works.
 */
export function daysAhead(today: IsoDate, count: number, isWorked: (day: IsoDate) => boolean): IsoDate[] {
  const days: IsoDate[] = [];
  for (let ahead = 0; ahead <= 28 && days.length <= count; ahead += 1) {
    const day = addDays(today, ahead);
    if (isWorked(day)) days.push(day);
  }
  return days.length === 0 ? [today] : days;
}
