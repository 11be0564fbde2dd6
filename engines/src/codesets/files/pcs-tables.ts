import { bad, good, type Read, tidy } from './read.ts';
import { walkXml } from './xml.ts';

/** The values that one axis may have: character and label, as printed. */
interface PcsAxis {
  /** `Body Part`, `Approach`; other sections have other names. */
  title: string;
  values: [character: string, label: string][];
}

/** A row of a table: every combination of its four axes is a code. */
type PcsRow = PcsAxis[];

export interface PcsTable {
  /** The first three characters: `0FT`. */
  code: string;
  /** Section, body system and operation, in words. */
  names: string[];
  /** What the operation means, where the table says it. */
  definition?: string;
  rows: PcsRow[];
}

export interface PcsTablesFile {
  /** `2026`, from the file's `<version>`. */
  version: string;
  tables: PcsTable[];
}

/** Axes in the head of a table, and in each of its rows. */
const headAxes = 3;
const rowAxes = 4;

/**
 * Reads the ICD-10-PCS tables. Each row says how many codes it spans; a row whose values do not make that many is
 * refused, as is a file that ends before section X. Source: `icd10pcs_tables.xsd`, published with the file.
 */
export function readPcsTables(xml: string): Read<PcsTablesFile> {
  const file: PcsTablesFile = { version: '', tables: [] };
  const open: string[] = [];
  let head: PcsAxis[] = [];
  let row: { axes: PcsAxis[]; codes: number } | undefined;
  let character = '';
  let definition = '';
  let text = '';
  let problem: string | undefined;

  const axes = () => row?.axes ?? head;
  const startTable = () => {
    const code = head.map(({ values }) => values[0]?.[0] ?? '').join('');
    if (!/^[0-9A-Z]{3}$/.test(code) || head.some(({ values }) => values.length !== 1))
      problem ??= `a table has the head ${code}, not three characters`;
    const names = head.map(({ values }) => values[0]?.[1] ?? '');
    file.tables.push({ code, names, rows: [], ...(definition && { definition }) });
  };
  const finishRow = () => {
    const table = file.tables.at(-1);
    if (!row || !table) return;
    const spans = row.axes.reduce((product, { values }) => product * values.length, 1);
    if (row.axes.length !== rowAxes || spans !== row.codes)
      problem ??= `a row of table ${table.code} spans ${spans} codes where it says ${row.codes}`;
    table.rows.push(row.axes);
    row = undefined;
  };
  const finish = (element: string) => {
    const value = tidy(text);
    const axis = axes().at(-1);
    if (element === 'version') file.version = value;
    else if (element === 'title' && open.at(-2) === 'axis' && axis) axis.title = value;
    else if (element === 'label' && axis) axis.values.push([character, value]);
    else if (element === 'definition' && !row) definition = value;
    else if (element === 'pcsRow') finishRow();
  };

  const xmlProblem = walkXml(xml, {
    open(element, attributes) {
      if (open.length === 0 && element !== 'ICD10PCS.tabular')
        problem = `its root is <${element}>, expected <ICD10PCS.tabular>`;
      open.push(element);
      text = '';
      if (element === 'pcsTable') {
        head = [];
        definition = '';
      } else if (element === 'axis') axes().push({ title: '', values: [] });
      else if (element === 'label') character = attributes.code ?? '';
      else if (element === 'pcsRow') {
        if (file.tables.at(-1)?.code !== head.map(({ values }) => values[0]?.[0] ?? '').join(''))
          startTable();
        row = { axes: [], codes: Number(attributes.codes) };
      }
    },
    text(piece) {
      text += piece;
    },
    close(element) {
      finish(element);
      open.pop();
      text = '';
    },
  });
  if (head.length > 0 && head.length !== headAxes) problem ??= 'a table has no head of three axes';
  if (xmlProblem ?? problem) return bad(`these tables cannot be read: ${xmlProblem ?? problem}`);
  const last = file.tables.at(-1)?.code ?? '';
  // New technology is the last section.
  return /^[X-Z]/.test(last)
    ? good(file)
    : bad(`the tables end at ${last || 'no table'}, before section X: the file seems cut short`);
}
