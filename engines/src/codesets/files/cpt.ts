import { csvRecords } from './csv.ts';
import { bad, good, linesOf, type Read, tidy } from './read.ts';

/** A code of CPT with the licensee's own wording of it. */
export interface CptRow {
  code: string;
  title: string;
  shortTitle?: string;
}

/** Five characters, the last one a letter in categories II and III and in some of category I. */
const codePattern = /^\d{4}[0-9A-Z]$/;
const codeLine = /^"?\d{4}[0-9A-Z]"?(?:[\t,]|\s+\S)/;

/** Columns by what their heading says; the longest wording is the title. */
const headings = {
  code: /^(?:cpt )?code$/i,
  titles: [/^long/i, /^(?:description|descriptor)/i, /^medium/i, /^consumer/i],
  short: [/^short/i, /^medium/i],
};

interface Columns {
  code: number;
  title: number;
  short: number;
}

/** Whether a text holds codes of CPT at all; a licence text or a read-me beside the list does not. */
export function hasCptCodes(text: string): boolean {
  return linesOf(text).some((line) => codeLine.test(line) || isHeading(line));
}

function isHeading(line: string): boolean {
  return columnsIn(line.split(/[\t,]/).map(cell)) !== undefined;
}

const cell = (text: string) => tidy(text.replaceAll('"', ' '));

function columnsIn(cells: readonly string[]): Columns | undefined {
  const find = (pattern: RegExp) => cells.findIndex((name) => pattern.test(name));
  const firstOf = (patterns: readonly RegExp[]) => patterns.map(find).find((at) => at !== -1) ?? -1;
  const columns = {
    code: find(headings.code),
    title: firstOf(headings.titles),
    short: firstOf(headings.short),
  };
  if (columns.short === columns.title) columns.short = -1;
  return columns.code === -1 || columns.title === -1 ? undefined : columns;
}

/**
 * Reads a licensee's list of CPT codes: divided by tabs or commas, with or without a heading, or a code and its wording
 * divided by blanks. What stands before the first code is a notice. A line of the list that is not a code is refused.
 */
export function readCpt(text: string): Read<CptRow[]> {
  const lines = linesOf(text);
  const first = lines.findIndex((line) => codeLine.test(line) || isHeading(line));
  if (first === -1)
    return bad('it has no CPT codes; expected a code of five characters and its wording on each line');
  const start = lines[first] ?? '';
  const divider = start.includes('\t')
    ? '\t'
    : /^"?\d{4}[0-9A-Z]"?,/.test(start) || isHeading(start)
      ? ','
      : ' ';
  const records = recordsOf(lines.slice(first), divider);
  const columns = columnsIn(records[0]?.map(cell) ?? []);
  const rows: CptRow[] = [];
  const seen = new Set<string>();
  for (const [place, record] of records.entries()) {
    if ((columns && place === 0) || record.every((value) => cell(value) === '')) continue;
    const at = `line ${first + place + 1}`;
    const row = rowOf(record, columns);
    if (!codePattern.test(row.code) || row.title === '')
      return bad(`${at} is not a CPT code and its wording`);
    if (seen.has(row.code)) return bad(`${at} repeats the code ${row.code}`);
    seen.add(row.code);
    rows.push(row);
  }
  return rows.length > 0 ? good(rows) : bad('the list of CPT codes is empty');
}

function recordsOf(lines: readonly string[], divider: '\t' | ',' | ' '): string[][] {
  if (divider === ',') return csvRecords(lines.join('\n'));
  if (divider === '\t') return lines.map((line) => line.split('\t'));
  return lines.map((line) => [line.slice(0, 5), line.slice(5)]);
}

function rowOf(record: readonly string[], columns: Columns = { code: 0, title: 1, short: 2 }): CptRow {
  const at = (place: number) => (place === -1 ? '' : cell(record[place] ?? ''));
  const row: CptRow = { code: at(columns.code).toUpperCase(), title: at(columns.title) };
  const shortTitle = at(columns.short);
  if (shortTitle !== '' && shortTitle !== row.title) row.shortTitle = shortTitle;
  return row;
}
