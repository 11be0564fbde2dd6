import { csvRecords } from '../files/csv.ts';
import { bad, good, type Read } from '../files/read.ts';
import { type CategoryCodes, type CodeList, type ListedCode, listedForm } from './code-list.ts';

/** The heading of tables that others made of the mapping: one row for each diagnosis and model. */
const longHeading = 'diagnosis_code,cc,model_name';

/** The oldest models that payments still rest on. Models for end-stage renal disease are left out. */
const oldest = { 'CMS-HCC': 24, RxHCC: 8 } as const;

/** `V28`, `RxHCC V08` of a column or model name; undefined for a model that is not kept. */
function modelOf(name: string): string | undefined {
  const [, kind, version = ''] = /\b(CMS-HCC|RxHCC)\b.{0,80}?\bV(\d{2})\b/.exec(name) ?? [];
  if ((kind !== 'CMS-HCC' && kind !== 'RxHCC') || /\bESRD\b/.test(name)) return undefined;
  if (Number(version) < oldest[kind]) return undefined;
  return kind === 'RxHCC' ? `RxHCC V${version}` : `V${version}`;
}

/** Cells of a heading as one line; CMS breaks them over several. */
const flat = (cell: string) => cell.replaceAll(/\s+/g, ' ').trim();

interface Column {
  model: string;
  at: number;
  /** Whether the category is paid for in the payment year; absent where the file does not say. */
  paid?: number;
}

interface Heading {
  row: number;
  columns: Column[];
  /** The payment year, from the title above the heading or from a column. */
  year?: number;
}

function headingOf(rows: readonly string[][]): Heading | undefined {
  const row = rows.findIndex(([first = '']) => flat(first).toLowerCase() === 'diagnosis code');
  const cells = row < 0 ? [] : (rows[row] ?? []).map(flat);
  const columns: Column[] = [];
  for (const [at, cell] of cells.entries()) {
    const model = /payment year/i.test(cell) ? undefined : modelOf(cell);
    if (!model || !/category/i.test(cell)) continue;
    const paid = cells.findIndex((other) => /payment year/i.test(other) && modelOf(other) === model);
    columns.push({ model, at, ...(paid >= 0 && { paid }) });
  }
  if (columns.length === 0) return undefined;
  const title = rows.slice(0, row).flat().map(flat).join(' ');
  const years = [title, ...cells].flatMap((text) => yearBefore(text) ?? []);
  return { row, columns, ...(years.length > 0 && { year: Number(years[0]) }) };
}

/** The first year in a text that speaks of a mapping or a payment year behind it. */
function yearBefore(text: string): string | undefined {
  const lower = text.toLowerCase();
  const end = Math.max(lower.lastIndexOf('mapping'), lower.lastIndexOf('payment year'));
  return /\b20\d{2}\b/.exec(text.slice(0, Math.max(end, 0)))?.[0];
}

/** Whether a text begins as CMS's mapping of diagnoses to the categories of its risk adjustment models does. */
export function isRiskMapping(start: string): boolean {
  if (start.startsWith(longHeading)) return true;
  return /HCC/.test(start) && /diagnosis\s+code/i.test(start) && headingOf(csvRecords(start)) !== undefined;
}

/**
 * Reads the mapping of diagnoses to categories (`<year> … ICD-10-CM Mappings.csv` in CMS's archive): a title, a heading
 * with a column for each model and a column that says whether it is paid in the year, then one row for each code.
 * Only what is paid for counts. Source: CMS, Model Software/ICD-10 Mappings.
 */
export function readRiskMapping(text: string): Read<CodeList> {
  const rows = csvRecords(text);
  const found = text.startsWith(longHeading) ? longRows(rows) : wideRows(rows);
  if (!found.ok) return found;
  const { pairs, year } = found.value;
  const categories = new Map<string, CategoryCodes>();
  const codes = new Set<string>();
  for (const { code, model, category } of pairs) {
    const key = `${model} ${category}`;
    const known = categories.get(key) ?? { model, category, codes: [] };
    known.codes.push(code);
    categories.set(key, known);
    codes.add(code);
  }
  if (codes.size === 0) return bad('the mapping gives no diagnosis a category');
  return good({
    name: 'risk-adjustment',
    codes: [...codes].sort().map((code): ListedCode => [code]),
    categories: [...categories.values()],
    ...(year !== undefined && { edition: `PY${year}` }),
  });
}

interface Mapped {
  pairs: { code: string; model: string; category: string }[];
  year?: number;
}

function longRows([, ...rows]: readonly string[][]): Read<Mapped> {
  const pairs: Mapped['pairs'] = [];
  for (const [place, [diagnosis = '', category = '', name = '']] of rows.entries()) {
    const code = listedForm('risk-adjustment', diagnosis);
    if (code === undefined || !isCategory(category) || name === '') return bad(wrongRow(place + 2));
    const model = modelOf(name);
    if (model) pairs.push({ code, model, category });
  }
  return good({ pairs });
}

function wideRows(rows: readonly string[][]): Read<Mapped> {
  const heading = headingOf(rows);
  if (!heading) return bad('the mapping has no heading with Diagnosis Code and a column for each model');
  const { columns, year } = heading;
  const pairs: Mapped['pairs'] = [];
  for (const [place, row] of rows.slice(heading.row + 1).entries()) {
    const code = listedForm('risk-adjustment', row[0] ?? '');
    // Footnotes stand below the codes.
    if (code === undefined) continue;
    for (const { model, at, paid } of columns) {
      const category = (row[at] ?? '').trim();
      if (category === '' || (paid !== undefined && !/^yes$/i.test((row[paid] ?? '').trim()))) continue;
      if (!isCategory(category)) return bad(wrongRow(heading.row + place + 2));
      pairs.push({ code, model, category });
    }
  }
  return good({ pairs, ...(year !== undefined && { year }) });
}

const isCategory = (text: string) => /^\d{1,3}$/.test(text.trim());
const wrongRow = (row: number) => `row ${row} of the mapping is no diagnosis with the number of its category`;
