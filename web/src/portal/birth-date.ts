import { type IsoDate, parseIsoDate } from '@superbill/engines/model';
import type { Language } from './formats.ts';

const birthDateParts = ['month', 'day', 'year'] as const;
export type BirthDatePart = (typeof birthDateParts)[number];

/** What stands in the three fields. */
export type TypedBirthDate = Record<BirthDatePart, string>;

/** What is wrong with it: a part, a day that the month does not have, or a day yet to come. */
export type BirthDateProblem = BirthDatePart | 'no-such-day' | 'future';

export const emptyBirthDate: TypedBirthDate = { month: '', day: '', year: '' };

/** The fields in the order in which people say a date. */
export function partOrder(language: Language): readonly BirthDatePart[] {
  return language === 'en' ? birthDateParts : ['day', 'month', 'year'];
}

/** The parts as one date. A year of two digits is refused: it may lie in either century. */
export function readBirthDate(
  typed: TypedBirthDate,
  today: IsoDate,
): { date: IsoDate } | { problem: BirthDateProblem } {
  const month = readMonth(typed.month);
  const day = numberWithin(typed.day, 1, 31);
  const year = numberWithin(typed.year, 1880, 9999);
  if (month === undefined) return { problem: 'month' };
  if (day === undefined) return { problem: 'day' };
  if (year === undefined) return { problem: 'year' };
  const two = (n: number) => String(n).padStart(2, '0');
  const date = parseIsoDate(`${year}-${two(month)}-${two(day)}`);
  if (date === undefined) return { problem: 'no-such-day' };
  return date > today ? { problem: 'future' } : { date };
}

/** The fields to look at when this is wrong, the first of them to be corrected. */
export function partsAtFault(problem: BirthDateProblem): readonly BirthDatePart[] {
  if (problem === 'no-such-day') return ['day', 'month'];
  return [problem === 'future' ? 'year' : problem];
}

/**
 * A whole date typed or pasted into one field (`3/27/1980`, `27.3.1980`, `1980-03-27`), spread over the three
 * in the order of the language; undefined when it is not one.
 */
export function spreadDate(text: string, language: Language): TypedBirthDate | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' };
  const match = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(text);
  if (!match) return undefined;
  const [, first = '', second = '', year = ''] = match;
  return language === 'en' ? { month: first, day: second, year } : { day: first, month: second, year };
}

/** A month by number or by name in either language: `3`, `March`, `mar`, `marzo`. */
function readMonth(text: string): number | undefined {
  const word = text.trim().toLowerCase().replace(/\.$/, '');
  if (/^\d/.test(word)) return numberWithin(word, 1, 12);
  if (word.length < 3) return undefined;
  const at = monthNames.findIndex((names) => names.some((name) => name.startsWith(word)));
  return at < 0 ? undefined : at + 1;
}

const monthNames = Array.from({ length: 12 }, (_, month) =>
  ['en', 'es'].map((language) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
      .format(Date.UTC(2000, month, 1))
      .toLowerCase(),
  ),
);

function numberWithin(text: string, least: number, most: number): number | undefined {
  const digits = text.trim();
  if (!/^\d{1,4}$/.test(digits)) return undefined;
  const value = Number(digits);
  return value >= least && value <= most ? value : undefined;
}
