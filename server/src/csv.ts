/** A cell: text is quoted and made harmless, a number stays a number, nothing is an empty cell. */
export type Cell = string | number | null;

/**
 * One line of a CSV file with its line end (RFC 4180). Every export goes through here.
 *
 * Spreadsheets run a cell that begins with `= + - @` as a formula, also in its full-width form, also behind spaces,
 * quotes and invisible characters; so such a text gets a `'` in front, as spreadsheets themselves mark text. The same is done
 * within a text behind `;`, a tab and a line end, because a spreadsheet of another country may split cells there.
 * Source: OWASP, CSV Injection.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** A whole CSV file: the names of the columns, then the rows. */
export function csvOf(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [csvLine(columns)];
  for (const row of rows) lines.push(csvLine(row));
  return lines.join('');
}

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `"${harmless(cell).replaceAll('"', '""')}"`;
  if (!Number.isFinite(cell)) throw new Error('a cell holds a number that is none');
  return String(cell);
}

const beginsFormula = new Set('=+-@＝＋－＠﹢﹣﹦﹫−');
const splitsCells = new Set(';\t\r\n');
/** What a spreadsheet may skip before it looks for a formula: spaces, quotes, controls and invisible characters. */
const isSkipped = (character: string) => /^[\s\p{C}"'‘’“”`´]$/u.test(character);

function harmless(text: string): string {
  const marks: number[] = [];
  let start: number | undefined = 0;
  let at = 0;
  for (const character of text) {
    if (start !== undefined && beginsFormula.has(character)) marks.push(start);
    // A tab or line end at the very start is itself taken for the start of a formula.
    if (at === 0 && splitsCells.has(character) && character !== ';') marks.push(0);
    at += character.length;
    if (splitsCells.has(character)) start = at;
    else if (!isSkipped(character)) start = undefined;
  }
  let from = 0;
  let marked = '';
  for (const mark of marks) {
    marked += `${text.slice(from, mark)}'`;
    from = mark;
  }
  return marked + text.slice(from);
}
