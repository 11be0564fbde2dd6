import type { Snip } from '../finding.ts';
import type { DataElement } from '../standard/elements.ts';

/** What is wrong with a value, as the end of a sentence that begins with the element's name. */
interface Wrong {
  code: string;
  message: string;
  /** 1, syntax, when absent. */
  snip?: Snip;
  /** An error, when absent. */
  severity?: 'warning';
}

/** Checks a value against its data element: type, length, characters. Source: X12.6, data element types. */
export function badValue(text: string, data: DataElement): Wrong | undefined {
  switch (data.type) {
    case 'B':
      return undefined;
    case 'N0':
    case 'N2':
    case 'R':
      return badNumber(text, data);
    case 'DT':
      return badText(text, data) ?? (isDate(text) ? undefined : wrongDate);
    case 'TM':
      return badText(text, data) ?? (isTime(text) ? undefined : wrongTime);
    default:
      return badText(text, data);
  }
}

const wrongDate: Wrong = { code: 'invalid-date', message: 'is no date (CCYYMMDD)' };
const oneDay: Wrong = {
  severity: 'warning',
  code: 'one-date-period',
  message: 'is one date, where its qualifier announces a stretch of dates',
};
const wrongTime: Wrong = { code: 'invalid-time', message: 'is no time of day' };
const wrongCharacter: Wrong = {
  code: 'invalid-character',
  message: 'holds nothing but blanks, or a character that may not be sent',
};

function badLength(length: number, { shortest, longest }: DataElement): Wrong | undefined {
  if (length > longest) return { code: 'element-too-long', message: `is longer than ${longest} characters` };
  if (length < shortest)
    return { code: 'element-too-short', message: `is shorter than ${shortest} characters` };
  return undefined;
}

function badText(text: string, data: DataElement): Wrong | undefined {
  if (text.length > data.longest) return badLength(text.length, data);
  let blank = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return wrongCharacter;
    if (code !== 0x20) blank = false;
  }
  return blank ? wrongCharacter : badLength(text.length, data);
}

/** A sign and a decimal point do not count as characters. An amount (782) has two decimals and ten digits at most. */
function badNumber(text: string, data: DataElement): Wrong | undefined {
  const { type, number } = data;
  let digits = 0;
  let point = -1;
  let isOdd = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (code === 0x2e && type === 'R' && point < 0) point = i;
    else if (code !== 0x2d || i > 0) isOdd = true;
  }
  const length = isOdd ? text.replace(/[-.]/g, '').length : digits;
  if (length > data.longest) return badLength(length, data);
  if (isOdd || digits === 0 || point === text.length - 1) {
    return {
      code: 'invalid-character',
      message: type === 'R' ? 'is no decimal number' : 'is no whole number',
    };
  }
  if (number === '782') {
    if (point >= 0 && text.length - point > 3)
      return { code: 'invalid-amount', message: 'has more than two decimals' };
    if (digits > 10) return { snip: 2, code: 'element-too-long', message: 'has more than ten digits' };
  }
  return badLength(digits, data);
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `CCYYMMDD`, a day of the Gregorian calendar. */
function isDate(text: string): boolean {
  if (text.length !== 8) return false;
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return false;
    value = value * 10 + digit;
  }
  const day = value % 100;
  const month = Math.floor(value / 100) % 100;
  const year = Math.floor(value / 10_000);
  if (year === 0 || day === 0 || day > (daysOfMonth[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** `HHMM`, `HHMMSS`, `HHMMSSD` or `HHMMSSDD`. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d\d{0,2})?$/.test(text);
}

type Moment = { fits(text: string): boolean; what: string };

const isDateAndTime = (text: string) => isDate(text.slice(0, 8)) && isTime(text.slice(8));
const isMonth = (text: string) => isDate(`${text}01`);
const isYear = (text: string) => text.length === 4 && isDate(`${text}0101`);

/** Forms of a moment by their qualifier. Source: X12.3, data element 1250. */
const moments: ReadonlyMap<string, Moment> = new Map(
  Object.entries({
    D8: { fits: isDate, what: 'date (CCYYMMDD)' },
    DT: { fits: isDateAndTime, what: 'date and time (CCYYMMDDHHMM)' },
    TM: { fits: isTime, what: 'time of day (HHMM)' },
    TS: { fits: isTime, what: 'time of day (HHMMSS)' },
    CM: { fits: isMonth, what: 'month (CCYYMM)' },
    CY: { fits: isYear, what: 'year (CCYY)' },
  }),
);

/** Forms of a stretch, by their qualifier: from and to in one of the forms above, with a hyphen between. */
const stretches: ReadonlyMap<string, Moment> = new Map(
  Object.entries({
    RD8: { fits: isDate, what: 'stretch of dates (CCYYMMDD-CCYYMMDD)' },
    RDT: { fits: isDateAndTime, what: 'stretch of dates and times' },
    RTM: { fits: isTime, what: 'stretch of times' },
    RTS: { fits: isDateAndTime, what: 'stretch of dates and times' },
    RD6: { fits: (text) => isDate(`20${text}`), what: 'stretch of dates (YYMMDD-YYMMDD)' },
    RD5: { fits: isMonth, what: 'stretch of months (CCYYMM-CCYYMM)' },
    RD: { fits: isYear, what: 'stretch of years (CCYY-CCYY)' },
  }),
);

/** Checks a date period (1251) against the form that the element before it declares (1250). */
export function badPeriod(text: string, format: string): Wrong | undefined {
  const moment = moments.get(format);
  if (moment && !moment.fits(text)) return { code: 'invalid-date', message: `is no ${moment.what}` };
  const stretch = stretches.get(format);
  if (!stretch) return undefined;
  // The guides' own examples give one day so, and receivers take it.
  if (stretch.fits(text) && format === 'RD8') return oneDay;
  const middle = text.indexOf('-');
  const [from, to] = [text.slice(0, Math.max(0, middle)), text.slice(middle + 1)];
  if (middle < 0 || !stretch.fits(from) || !stretch.fits(to))
    return { code: 'invalid-date', message: `is no ${stretch.what}` };
  return from > to ? { code: 'invalid-date', message: 'ends before it begins' } : undefined;
}
