import type { Instant, IsoDate } from '@superbill/engines/model';

/** Time as a port: nothing else in the server asks what time it is. */
export interface Clock {
  now(): Instant;
  /** The calendar day at the practice. */
  today(): IsoDate;
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
