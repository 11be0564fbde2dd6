import { type Cents, type IsoDate, parseAmount, parseCompactDate } from '../../model/index.ts';

// A document keeps texts as they were sent. These turn them into what they mean.

/** An amount (`125.50`) in cents; undefined where there is none. */
export function amountOf(text: string | null | undefined): Cents | undefined {
  return text ? parseAmount(text) : undefined;
}

/** A date (`20270301`); undefined where there is none. */
export function dateOf(text: string | null | undefined): IsoDate | undefined {
  return text ? parseCompactDate(text) : undefined;
}

/** First and last day of a date with its form, as a DTP has them: `D8`, `DT` or `RD8`. */
export function daysOf(given: {
  dateFormat?: string;
  date?: string;
}): { from: IsoDate; to: IsoDate } | undefined {
  const { dateFormat, date = '' } = given;
  const [first = '', second] = dateFormat === 'RD8' ? date.split('-') : [date.slice(0, 8)];
  const from = dateOf(first);
  const to = second === undefined ? from : dateOf(second);
  return from && to ? { from, to } : undefined;
}
