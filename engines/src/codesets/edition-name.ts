import { addDays, type CodeSystem, type IsoDate, isoDate, parseIsoDate } from '../model/index.ts';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longNames: Record<number, string> = { 1: 'january', 4: 'april', 7: 'july' };

function monthIn(name: string): number | undefined {
  const match = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?=[a-z]{0,6}(?![a-z]))/i.exec(
    name,
  );
  return match?.[1] ? monthNames.indexOf(match[1].toLowerCase()) + 1 : undefined;
}

function yearIn(name: string): number | undefined {
  // `-2026`, `FY26`, `HCPC2026`; not the 2020 of `AB202012`.
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(name) ?? /FY(\d{2})(?!\d)/i.exec(name);
  if (!match?.[1]) return undefined;
  return match[1].length === 2 ? 2000 + Number(match[1]) : Number(match[1]);
}

/**
 * The edition that a name speaks of, or undefined: `icd10cm-order-2026.txt` is `FY2026`,
 * `icd10c-tabular-April-1-2026.xml` is `FY2026-april`, `HCPC2026_APR_ANWEB.txt` is `2026-04`. A month
 * with a year is a calendar year, so October 2025 is FY2026.
 */
export function editionFromName(system: CodeSystem, name: string): string | undefined {
  const year = yearIn(name);
  if (year === undefined) return undefined;
  const month = monthIn(name);
  if (system === 'cpt') return String(year);
  if (system === 'hcpcs') {
    const quarter = Math.floor(((month ?? 1) - 1) / 3) * 3 + 1;
    return `${year}-${String(quarter).padStart(2, '0')}`;
  }
  if (month === undefined) return `FY${year}`;
  if (month >= 10) return `FY${year + 1}`;
  const update = longNames[month];
  return update ? `FY${year}-${update}` : `FY${year}`;
}

/** Whether a text is an edition of a code system: `FY2026`, `FY2026-april`; `2026-04` for HCPCS. */
export function isEditionName(system: CodeSystem, edition: string): boolean {
  return editionPeriod(system, edition) !== undefined;
}

/**
 * The days an edition is meant for, before any later edition cuts it short: a fiscal year begins on
 * 1 October and ends on 30 September; a HCPCS file is for a quarter; a list of CPT for a calendar year, or for the days
 * that its name says: `2026-07-01..2026-12-31`.
 */
export function editionPeriod(
  system: CodeSystem,
  edition: string,
): { effectiveFrom: IsoDate; effectiveTo: IsoDate } | undefined {
  if (system === 'hcpcs') {
    const match = /^(20\d{2})-(01|04|07|10)$/.exec(edition);
    if (!match) return undefined;
    const [year, month] = [Number(match[1]), Number(match[2])];
    const next = month === 10 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, '0')}-01`;
    return { effectiveFrom: isoDate(`${edition}-01`), effectiveTo: addDays(isoDate(next), -1) };
  }
  if (system === 'cpt') return cptPeriod(edition);
  const match = /^FY(20\d{2})(?:-(january|april|july))?$/.exec(edition);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Object.entries(longNames).find(([, name]) => name === match[2])?.[0];
  const from = month === undefined ? `${year - 1}-10-01` : `${year}-${month.padStart(2, '0')}-01`;
  return { effectiveFrom: isoDate(from), effectiveTo: isoDate(`${year}-09-30`) };
}

function cptPeriod(edition: string): { effectiveFrom: IsoDate; effectiveTo: IsoDate } | undefined {
  if (/^20\d{2}$/.test(edition))
    return { effectiveFrom: isoDate(`${edition}-01-01`), effectiveTo: isoDate(`${edition}-12-31`) };
  const [first = '', last = `${first.slice(0, 4)}-12-31`, ...more] = edition.split('..');
  const [effectiveFrom, effectiveTo] = [parseIsoDate(first), parseIsoDate(last)];
  if (!effectiveFrom || !effectiveTo || more.length > 0 || effectiveTo < effectiveFrom) return undefined;
  return { effectiveFrom, effectiveTo };
}

/** The fiscal or calendar year of an edition, in which updates change little: `FY2026` of `FY2026-april`. */
export function yearOf(edition: string): string {
  return edition.split('-')[0] ?? edition;
}

/**
 * Of the editions that a kind of file is at hand in, the one that serves a code list best: the newest at or
 * before it in its own year, a later update of that year, the newest of an earlier year, else the next one.
 */
export function closestEdition(
  system: CodeSystem,
  edition: string,
  candidates: readonly string[],
): string | undefined {
  const start = (name: string) => editionPeriod(system, name)?.effectiveFrom ?? '';
  const sorted = candidates
    .filter((name) => isEditionName(system, name))
    .sort((a, b) => (start(a) < start(b) ? -1 : 1));
  const ownYear = sorted.filter((name) => yearOf(name) === yearOf(edition));
  const notAfter = (name: string) => start(name) <= start(edition);
  return ownYear.findLast(notAfter) ?? ownYear[0] ?? sorted.findLast(notAfter) ?? sorted[0];
}
