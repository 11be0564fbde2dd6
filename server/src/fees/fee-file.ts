import type { FeeFileFault } from '@superbill/contract';
import { csvRecords } from '@superbill/engines/codesets';
import { type Cents, formatAmount, type IsoDate, parseAmount, parseIsoDate } from '@superbill/engines/model';

/** A line of a file of prices that could be read. */
export interface FeeLine {
  /** From 1, the headings included. */
  line: number;
  procedure: string;
  wording: string | undefined;
  wordingEs: string | undefined;
  priceCents: Cents;
  effectiveFrom: IsoDate;
}

export const feeColumns = ['procedure', 'wording', 'wording_es', 'price', 'from'] as const;
type FeeColumn = (typeof feeColumns)[number];

const mostLines = 10_000;

/**
 * Reads a file of prices: CSV with a line of headings, in any order; `procedure` and `price` are needed. A price is
 * dollars (`125.50`, `$1,250`), a day `2027-01-01` or `1/1/2027`. One bad line does not stop the others.
 */
export function readFeeFile(
  content: string,
  standard: IsoDate,
): { lines: FeeLine[]; faults: FeeFileFault[] } {
  const [head = [], ...records] = csvRecords(content.replace(/^\uFEFF/, ''));
  const places = new Map(head.map((name, place) => [name.trim().toLowerCase().replaceAll(' ', '_'), place]));
  const needed = (['procedure', 'price'] as const).filter((name) => !places.has(name));
  if (needed.length > 0) {
    const message = `The first line has to name the columns ${feeColumns.join(', ')}; missing: ${needed.join(', ')}.`;
    return { lines: [], faults: [{ line: 1, message }] };
  }
  if (records.length > mostLines)
    return { lines: [], faults: [{ line: mostLines + 1, message: `At most ${mostLines} lines at once.` }] };

  const lines: FeeLine[] = [];
  const faults: FeeFileFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    if (record.every((field) => field.trim() === '')) continue;
    const line = index + 2;
    const read = readLine(line, (column) => plain(record[places.get(column) ?? -1] ?? ''), standard);
    if ('message' in read) {
      faults.push(read);
      continue;
    }
    const key = `${read.procedure} ${read.effectiveFrom}`;
    const earlier = seen.get(key);
    if (earlier !== undefined)
      faults.push({
        line,
        column: 'procedure',
        message: `Line ${earlier} has a price for this procedure and day.`,
      });
    else {
      seen.set(key, line);
      lines.push(read);
    }
  }
  return { lines, faults };
}

function readLine(
  line: number,
  field: (column: FeeColumn) => string,
  standard: IsoDate,
): FeeLine | FeeFileFault {
  const fault = (column: FeeColumn, message: string): FeeFileFault => ({ line, column, message });
  const procedure = field('procedure').toUpperCase();
  if (!/^[A-Z0-9]{5}$/.test(procedure)) return fault('procedure', 'A procedure has five letters or digits.');
  const price = parseAmount(
    field('price')
      .replace(/^\$/, '')
      .replace(/,(?=\d{3}(\D|$))/g, ''),
  );
  if (price === undefined || price <= 0 || price > 99_999_999_99)
    return fault('price', 'A price is dollars and cents, such as 125.50.');
  const from = field('from') === '' ? standard : readDate(field('from'));
  if (from === undefined) return fault('from', 'A day is written 2027-01-01 or 1/1/2027.');
  const [wording, wordingEs] = [field('wording'), field('wording_es')];
  if (wording.length > 120 || wordingEs.length > 120) return fault('wording', 'At most 120 characters.');
  return {
    line,
    procedure,
    wording: wording || undefined,
    wordingEs: wordingEs || undefined,
    priceCents: price,
    effectiveFrom: from,
  };
}

/** One line of text; the apostrophe by which a spreadsheet is kept from calculating is taken off again. */
function plain(field: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are taken out
  const text = field.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

function readDate(text: string): IsoDate | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!match) return parseIsoDate(text);
  const [, month = '', day = '', year = ''] = match;
  return parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** A price as the file has it: `125.50`. */
export function writtenPrice(price: Cents): string {
  const [whole = '0', fraction = ''] = formatAmount(price).split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}
