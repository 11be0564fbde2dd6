import { type IsoDate, isoDate } from '@superbill/engines/model';

let practiceZone: string | undefined;

/** Days are the practice's, wherever the screen stands; called when it is known who is signed in. */
export function keepPracticeTime(timeZone: string): void {
  practiceZone = timeZone;
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
