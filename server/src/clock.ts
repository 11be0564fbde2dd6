import { type Instant, type IsoDate, isoDate } from '@superbill/engines/model';

/** Time as a port: nothing else in the server asks what time it is. */
export interface Clock {
  now(): Instant;
  /** The calendar day where the machine stands. A practice has days of its own: see {@link dayIn}. */
  today(): IsoDate;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone: `dayIn('2027-03-01T04:30:00.000Z', 'America/New_York')` is 28 February. */
export function dayIn(moment: Instant, timeZone: string): IsoDate {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    // Canada writes a day as ISO 8601 does.
    calendar = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    calendars.set(timeZone, calendar);
  }
  return isoDate(calendar.format(Date.parse(moment)));
}

/** The machine's clock; the day is taken in the machine's time zone. */
export const machineClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  today: () => {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as IsoDate;
  },
};

/** A clock that stands where it was put until it is moved. */
export function fixedClock(start: Instant): Clock & { set(now: Instant): void } {
  let now = start;
  return {
    now: () => now,
    today: () => now.slice(0, 10) as IsoDate,
    set: (next) => {
      now = next;
    },
  };
}
