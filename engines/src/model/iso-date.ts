/** A calendar date without time zone, `2027-03-01`: dates of service, birth dates, editions. */
export type IsoDate = string & { readonly kind: 'iso-date' };

/** A moment in UTC, `2027-03-01T09:30:00.000Z`. */
export type Instant = string & { readonly kind: 'instant' };

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Reads `YYYY-MM-DD`; a date that does not exist (2025-02-30) is undefined. */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const longest = month === 2 && isLeap(year) ? 29 : days[month - 1];
  if (year < 0 || longest === undefined || day < 1 || day > longest) return undefined;
  return text as IsoDate;
}

/** The number that digits stand for; -1 when one is none. By hand, since files are full of dates. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** As {@link parseIsoDate}, for text that is known to be a date; throws otherwise. */
export function isoDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (!date) throw new RangeError(`not a date: ${text}`);
  return date;
}

/** Reads an X12 or claim-form date `CCYYMMDD`. */
export function parseCompactDate(text: string): IsoDate | undefined {
  if (text.length !== 8) return undefined;
  return parseIsoDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
}

/** Writes `2027-03-01` as `20270301`. */
export function compactDate(date: IsoDate): string {
  return date.replaceAll('-', '');
}

/** The date a number of days later (or earlier, when negative). */
export function addDays(date: IsoDate, count: number): IsoDate {
  const moved = new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000);
  return moved.toISOString().slice(0, 10) as IsoDate;
}

/** The moment some milliseconds later (or earlier, when negative). */
export function addMilliseconds(instant: Instant, count: number): Instant {
  return new Date(Date.parse(instant) + count).toISOString() as Instant;
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Completed years of age on a day. */
export function ageOn(birth: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Writes a date for people: `Mar 1, 2027`. The one date format of the product in English. */
export function formatDate(date: IsoDate): string {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${names[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8))}, ${date.slice(0, 4)}`;
}
