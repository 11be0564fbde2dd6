import { type IsoDate, parseCompactDate, parseIsoDate } from '../../model/index.ts';
import { csvRecords } from '../files/csv.ts';
import { bad, good, linesOf, type Read } from '../files/read.ts';
import {
  type CodeList,
  type CodeListName,
  isCodeListName,
  type ListedCode,
  listedForm,
} from './code-list.ts';

/** Where a table keeps its codes, and the first and last day of each; −1 where it has no such column. */
interface Columns {
  name: CodeListName | undefined;
  code: number;
  from: number;
  to: number;
}

const fromNames = ['effective-from', 'effective-date', 'start-date', 'start', 'from'];
const toNames = ['effective-to', 'end-date', 'stop-date', 'end', 'to'];
const wordNames = ['name', 'title', 'description', 'meaning', 'notes', 'source'];

/** What the type column of a table of reasons and remarks calls them. */
const adjustmentTypes: ReadonlyMap<string, CodeListName> = new Map([
  ['RARC', 'remark'],
  ['CARC', 'adjustment-reason'],
]);

/**
 * The list that a table is, by its heading: the name of the list (`revenue`, `revenue_code`) over the codes and dates
 * beside it, or a heading under which lists of CMS are passed on. `unnamed` is a list that does not say which;
 * undefined, no list at all.
 */
export function tableList(start: string): CodeListName | 'unnamed' | undefined {
  const [heading, first] = records(start);
  const columns = heading && columnsOf(heading, first);
  return columns && (columns.name ?? 'unnamed');
}

/** Reads a table of codes, tab or comma separated. `said` is the list that the user calls it. */
export function readTable(text: string, said?: CodeListName): Read<CodeList> {
  const [heading = [], ...rows] = records(text);
  const columns = columnsOf(heading, rows[0], said);
  const name = columns?.name ?? said;
  if (!columns || name === undefined)
    return bad(`this is no table of ${said ?? 'codes'}; expected ${expected}`);
  if (said !== undefined && name !== said) return bad(`it lists ${name}, not ${said}`);
  const codes: ListedCode[] = [];
  for (const [place, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === '') || row.some((cell) => /^\s*unassigned\s*$/i.test(cell)))
      continue;
    const line = `line ${place + 2}`;
    const code = listedForm(name, row[columns.code] ?? '');
    const [from, to] = [dateIn(row[columns.from]), dateIn(row[columns.to])];
    if (code === undefined) return bad(`${line} has no ${name} code`);
    if (from === 'none' || to === 'none') return bad(`${line} has a date that is none; expected YYYY-MM-DD`);
    if (from && to && to < from) return bad(`${line} ends before it begins`);
    codes.push(to ? [code, from ?? null, to] : from ? [code, from] : [code]);
  }
  if (codes.length === 0) return bad(`the table has no ${name} codes`);
  const dated = codes.some((listed) => listed.length > 1);
  return good({ name, codes, ...(dated && { dated }) });
}

const expected =
  'a heading with the columns code, effective_from and effective_to (a list without dates needs only code)';

function columnsOf(
  heading: readonly string[],
  first: readonly string[] | undefined,
  said?: CodeListName,
): Columns | undefined {
  const written = heading.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, '-'),
  );
  const prefix = /^(adj|pos)-code$/.exec(written[0] ?? '')?.[1];
  const names = prefix === undefined ? written : written.map((name) => name.replace(`${prefix}-`, ''));
  const find = (wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
  const dates = { from: find(fromNames), to: find(toNames) };
  if (prefix === 'pos') return { name: 'place-of-service', code: 0, ...dates };
  if (prefix === 'adj') {
    const name = adjustmentTypes.get(first?.[names.indexOf('type')] ?? '');
    return name && { name, code: 0, ...dates };
  }
  if (names[0] === 'drg' && names[1] === 'mdc') return { name: 'drg', code: 0, ...dates };
  const plain = (names[0] ?? '').replace(/-code$/, '');
  const isNamed = isCodeListName(plain);
  const columns = { name: isNamed ? plain : undefined, code: 0, ...dates };
  if (said !== undefined) return isNamed || plain === 'code' ? columns : undefined;
  // Any table may have a column called value or code: with anything else beside it, it is no list.
  const isList =
    names.slice(1).every((name) => [...fromNames, ...toNames, ...wordNames].includes(name)) &&
    (dates.from > 0 || dates.to > 0 || plain !== names[0]);
  return isList && (isNamed || plain === 'code') ? columns : undefined;
}

function records(text: string): string[][] {
  const heading = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (!heading.includes('\t')) return csvRecords(text);
  return linesOf(text).map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}

/** A date as tables write it; undefined for an empty cell, `none` for what is no date. */
function dateIn(cell = ''): IsoDate | undefined | 'none' {
  const text = cell.trim();
  if (text === '') return undefined;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [, month = '', day = '', year = ''] = american ?? [];
  const iso = american ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return parseIsoDate(iso) ?? parseCompactDate(iso) ?? 'none';
}
