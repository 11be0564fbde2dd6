import type { CodeSystem } from '../../model/index.ts';
import { displayCode } from '../edition-data.ts';
import { bad, good, linesOf, type Read } from './read.ts';

interface OrderRow {
  /** With its dot in ICD-10-CM. */
  code: string;
  title: string;
  /** Absent where the abbreviated title is the title. */
  shortTitle?: string;
  billable: boolean;
}

export interface OrderFile {
  system: Extract<CodeSystem, 'icd10cm' | 'icd10pcs'>;
  rows: OrderRow[];
}

/** Whether a line has the columns of an order file: number, code, flag, short title, long title. */
export function isOrderLine(line: string): boolean {
  return /^\d{5} [0-9A-Z]{3,7} {1,5}[01] \S/.test(line) && line.length >= 78 && line[76] === ' ';
}

const layout =
  'columns 1-5 number, 7-13 code, 15 flag (1 billable, 0 heading), 17-76 short title, 78 and on long title';

/**
 * Reads the order file of ICD-10-CM or ICD-10-PCS. Refuses one that is cut short or has lost lines: the
 * numbers must run on, a heading must be followed by a code under it, and the last chapters must be there.
 * Source: the layout that CDC and CMS publish beside the file ("ICD-10 Order Files").
 */
export function readOrderFile(text: string): Read<OrderFile> {
  const lines = linesOf(text);
  const first = lines[0] ?? '';
  if (!isOrderLine(first)) return bad(`this is not an order file; expected ${layout}`);
  const system = /^[A-Z]/.test(first.slice(6)) ? 'icd10cm' : 'icd10pcs';
  const rows: OrderRow[] = [];
  const seen = new Set<string>();
  for (const [place, line] of lines.entries()) {
    const at = `line ${place + 1}`;
    if (!isOrderLine(line)) {
      const cut = place === lines.length - 1 ? 'the file seems cut short; ' : '';
      return bad(`${cut}${at} does not have the layout of an order file (${layout})`);
    }
    if (Number(line.slice(0, 5)) !== place + 1) {
      return bad(
        `${at} has the number ${line.slice(0, 5)}, expected ${place + 1}: lines are missing or mixed up`,
      );
    }
    const row = readRow(system, line);
    if (seen.has(row.code)) return bad(`${at} repeats the code ${row.code}`);
    seen.add(row.code);
    const hierarchy = hierarchyProblem(rows.at(-1), row);
    if (hierarchy) return bad(`${at}: ${hierarchy}`);
    rows.push(row);
  }
  const last = rows.at(-1);
  if (!last?.billable || !/[\r\n]$/.test(text) || !endsWhole(system, last.code)) {
    return bad(
      `the file ends at ${last?.code}, before the end of the list: it seems cut short; download it again`,
    );
  }
  return good({ system, rows });
}

function readRow(system: OrderFile['system'], line: string): OrderRow {
  const shortTitle = line.slice(16, 76).trimEnd();
  const title = line.slice(77).trimEnd();
  const row = { code: displayCode(system, line.slice(6, 13)), title, billable: line[14] === '1' };
  return shortTitle === title ? row : { ...row, shortTitle };
}

/** A heading stands directly before its first code, and nothing stands under a billable code. */
function hierarchyProblem(before: OrderRow | undefined, row: OrderRow): string | undefined {
  if (!before || row.code.startsWith(before.code) !== before.billable) return undefined;
  return before.billable
    ? `${row.code} stands under ${before.code}, which is marked billable`
    : `the codes under ${before.code} are missing; found ${row.code}`;
}

/** The last chapters are Z (health status) or U (special purposes); the last PCS section is X or later. */
function endsWhole(system: OrderFile['system'], code: string): boolean {
  return system === 'icd10cm' ? /^[ZU]/.test(code) : /^[X-Z]/.test(code);
}

/** Reads the codes file (billable codes only), which serves as the check of the order file beside it. */
export function readCodesFile(text: string): Read<string[]> {
  const codes: string[] = [];
  for (const [place, line] of linesOf(text).entries()) {
    const match = /^([0-9A-Z]{3,7}) +\S/.exec(line);
    if (!match?.[1]) return bad(`line ${place + 1} does not begin with a code and a title`);
    codes.push(match[1]);
  }
  return codes.length > 0 ? good(codes) : bad('the codes file is empty');
}

/** What is wrong when an order file and the codes file of the same release do not list the same codes. */
export function disagreement(order: OrderFile, codes: readonly string[]): string | undefined {
  const billable = order.rows.filter((row) => row.billable).map((row) => row.code.replace('.', ''));
  if (billable.length !== codes.length) {
    return `the order file has ${billable.length} billable codes, the codes file beside it ${codes.length}`;
  }
  const known = new Set(billable);
  const stranger = codes.find((code) => !known.has(code));
  return stranger && `the codes file has ${stranger}, which the order file beside it lacks`;
}
