import { type IsoDate, parseCompactDate } from '../../model/index.ts';
import { csvRecords } from './csv.ts';
import { bad, good, linesOf, type Read, tidy } from './read.ts';

export interface HcpcsRow {
  /** Five characters, or two for a modifier. */
  code: string;
  title: string;
  shortTitle?: string;
  modifier: boolean;
  /** The last day on which the code may be used. */
  endsOn?: IsoDate;
}

export const hcpcsCsvHeading = 'Code,Description,last_updated';

// Columns 1-5 code, 6-10 sequence, 11 record: 3 and 7 begin a code or modifier, 4 and 8 go on with its text.
const recordPattern = /^([A-V]\d{4}| {3}[0-9A-Z]{2})\d{5}[3478]/;

export function isHcpcsLine(line: string): boolean {
  return recordPattern.test(line);
}

/**
 * Reads the fixed-width alpha-numeric HCPCS file; lines before the first record are its notice.
 * Source: the record layout that CMS publishes with the file.
 */
export function readHcpcs(text: string): Read<HcpcsRow[]> {
  const lines = linesOf(text);
  const first = lines.findIndex(isHcpcsLine);
  if (first === -1)
    return bad('this is not the HCPCS file; expected columns 1-5 code, 6-10 sequence, 11 record, 12-91 text');
  const rows: HcpcsRow[] = [];
  for (const [place, line] of lines.entries()) {
    if (place < first) continue;
    const at = `line ${place + 1}`;
    if (!isHcpcsLine(line)) return bad(`${at} does not have the layout of the HCPCS file`);
    const code = line.slice(0, 5).trim();
    const starts = line[10] === '3' || line[10] === '7';
    const row = rows.at(-1);
    if (starts) rows.push(readRow(code, line));
    else if (row?.code === code) row.title = tidy(`${row.title} ${line.slice(11, 91)}`);
    else return bad(`${at} goes on with ${code}, but the line before is about ${row?.code}`);
  }
  const last = rows.at(-1)?.code ?? '';
  // The list runs from modifiers through A codes to V codes (vision, hearing).
  if (!/^V\d/.test(last))
    return bad(`the HCPCS file ends at ${last}, before the V codes: it seems cut short`);
  return good(rows);
}

function readRow(code: string, line: string): HcpcsRow {
  const title = tidy(line.slice(11, 91));
  const shortTitle = tidy(line.slice(91, 119));
  const endsOn = parseCompactDate(line.slice(284, 292));
  const row: HcpcsRow = { code, title, modifier: code.length === 2 };
  if (shortTitle && shortTitle !== title) row.shortTitle = shortTitle;
  if (endsOn) row.endsOn = endsOn;
  return row;
}

/** Reads HCPCS codes and titles from a table with {@link hcpcsCsvHeading}. */
export function readHcpcsCsv(text: string): Read<HcpcsRow[]> {
  const [heading, ...records] = csvRecords(text);
  if (heading?.join(',') !== hcpcsCsvHeading) return bad(`expected the heading ${hcpcsCsvHeading}`);
  const rows: HcpcsRow[] = [];
  for (const [place, [padded = '', title = '']] of records.entries()) {
    const code = padded.trim();
    if (!/^([A-V]\d{4}|[0-9A-Z]{2})$/.test(code) || !title)
      return bad(`line ${place + 2} is not a HCPCS code and a description`);
    rows.push({ code, title: tidy(title), modifier: code.length === 2 });
  }
  return rows.length > 0 ? good(rows) : bad('the HCPCS table has no codes');
}
