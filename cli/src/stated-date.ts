import { type IsoDate, parseIsoDate } from '@superbill/engines/model';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A name of the date of service and what follows it in its line. */
const named =
  /\b(?:date of (?:service|visit|encounter)|(?:service|visit|encounter) date|dos)\b[ \t]{0,8}[:=-]?[ \t]{0,8}([^\r\n]{6,24})/gi;

/**
 * The date of service that a text states of itself: `Date of service: 3/4/2025`, `DOS 2025-03-04`, `Visit date: March 4,
 * 2025`. Undefined where it states none, or different ones. It is a hint for a person, never what a text is coded by.
 */
export function statedDate(text: string): IsoDate | undefined {
  const dates = new Set([...text.matchAll(named)].flatMap(([, after = '']) => dateAt(after) ?? []));
  const [only, ...others] = dates;
  return others.length === 0 ? only : undefined;
}

function dateAt(text: string): IsoDate | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text);
  if (iso) return parseIsoDate(iso[0]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text);
  if (slashed) return dateOf(slashed[3], slashed[1], slashed[2]);
  const written = /^([a-z]{3})[a-z]{0,6}\.? (\d{1,2}),? (\d{4})(?!\d)/i.exec(text);
  if (!written) return undefined;
  return dateOf(written[3], String(months.indexOf(written[1]?.toLowerCase() ?? '') + 1), written[2]);
}

function dateOf(year = '', month = '', day = ''): IsoDate | undefined {
  return parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
