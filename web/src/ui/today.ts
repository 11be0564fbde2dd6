import { type Instant, type IsoDate, isoDate } from '@superbill/engines/model';

let practiceZone: string | undefined;
let clock = clockIn(undefined);

/** Days and hours are the practice's, wherever the screen stands; called when it is known who is signed in. */
export function keepPracticeTime(timeZone: string): void {
  practiceZone = timeZone;
  clock = clockIn(timeZone);
}

/** A moment on the practice's clock; where nobody of it is signed in, on that of where the person sits. */
export function momentText(at: Instant): string {
  return clock.format(Date.parse(at));
}

function clockIn(timeZone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** The calendar day at the practice; where nobody of it is signed in, where the person sits. */
export function today(): IsoDate {
  // Canada writes a day as ISO 8601 does.
  const calendar = new Intl.DateTimeFormat('en-CA', {
    timeZone: practiceZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return isoDate(calendar.format());
}
