import { daysBetween, type IsoDate, isoDate } from '../../model/index.ts';
import { editionPeriod } from '../edition-name.ts';
import type { CodeList, CodeListName } from './code-list.ts';

/** A list, ready to be asked. */
export interface OpenedList {
  readonly name: CodeListName;
  /** Codes in it, ended ones counted too. */
  readonly size: number;
  /** The days it is meant for, where it is published anew for each year. */
  readonly period?: { effectiveFrom: IsoDate; effectiveTo: IsoDate };
  /** Whether a code is in it and in force on a day; undefined where the list cannot tell. */
  has(code: string, date: IsoDate): boolean | undefined;
}

type Days = readonly [from?: IsoDate | null, to?: IsoDate | null];

/**
 * Reasons, remarks and statuses are of the day of the answer, which may be long after the service: one that began
 * only after the service is no fault.
 */
const ofTheAnswer: readonly CodeListName[] = [
  'adjustment-reason',
  'remark',
  'claim-status',
  'claim-status-category',
];

/** Opens a list. What a list of another year, or of no known year, does not hold may still be a code. */
export function openList({ name, codes, edition }: CodeList): OpenedList {
  const days = new Map<string, Days[]>();
  for (const [code, ...own] of codes) days.set(code, [...(days.get(code) ?? []), own]);
  const period = periodOf(name, edition);
  const isDated = codes.some((listed) => listed.length > 1);
  const isWhole = (date: IsoDate) => {
    if (period) return period.effectiveFrom <= date && date <= period.effectiveTo;
    // The groups of each year differ.
    return name !== 'drg' || isDated;
  };
  const mayBeNewer = isDated && ofTheAnswer.includes(name) ? newerNumbers(codes) : () => false;
  const holds = ([from, to]: Days, date: IsoDate) =>
    (!from || from <= date || ofTheAnswer.includes(name)) && (!to || date <= to);
  return {
    name,
    size: days.size,
    ...(period && { period }),
    has(code, date) {
      const known = days.get(code);
      if (known) return known.some((one) => holds(one, date));
      return isWhole(date) && !mayBeNewer(code, date) ? false : undefined;
    },
  };
}

/** Groups of a stay are of a fiscal year; a payment year counts the diagnoses of the calendar year before it. */
function periodOf(name: CodeListName, edition: string | undefined): OpenedList['period'] {
  if (edition === undefined) return undefined;
  if (name !== 'risk-adjustment') return editionPeriod('icd10pcs', edition);
  const year = Number(edition.slice(2)) - 1;
  return { effectiveFrom: isoDate(`${year}-01-01`), effectiveTo: isoDate(`${year}-12-31`) };
}

/** Whether a code is in one of the lists of a name and in force on a day: the list of that year decides, where there is one. */
export function isListed(lists: readonly OpenedList[], code: string, date: IsoDate): boolean | undefined {
  const ofTheYear = lists.find(
    ({ period }) => period && period.effectiveFrom <= date && date <= period.effectiveTo,
  );
  if (ofTheYear) return ofTheYear.has(code, date);
  const answers = lists.map((list) => list.has(code, date));
  return answers.find((answer) => answer === true) ?? answers.find((answer) => answer !== undefined);
}

/** How many numbers a year the keepers of reasons and remarks add at most. */
const numbersAYear = 25;

/** Whether a numbered code may have been added after the newest one in a list. */
function newerNumbers(codes: CodeList['codes']): (code: string, date: IsoDate) => boolean {
  let newest: IsoDate | undefined;
  const highest = new Map<string, number>();
  for (const [code, from] of codes) {
    const { series, number } = numbered(code);
    highest.set(series, Math.max(highest.get(series) ?? 0, number));
    if (from && (newest === undefined || from > newest)) newest = from;
  }
  return (code, date) => {
    const { series, number } = numbered(code);
    const last = highest.get(series);
    if (newest === undefined || last === undefined || date <= newest) return false;
    return number > last && number <= last + (numbersAYear * daysBetween(newest, date)) / 365;
  };
}

function numbered(code: string): { series: string; number: number } {
  const [, series = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(code) ?? [];
  return { series, number: Number(digits) };
}
