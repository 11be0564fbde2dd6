import { bad, good, type Read, tidy } from './read.ts';
import { walkXml } from './xml.ts';

/** One line of the ICD-10-PCS index, flattened: `['Delivery', 'Cesarean'] see Extraction, … 10D0`. */
export interface PcsIndexEntry {
  /** Main term first. */
  path: string[];
  /** The first one to seven characters of the codes it leads to. */
  codes?: string;
  /** The operation (and body part) it refers to: `Resection, Gallbladder`. */
  see?: string;
  /** The value of an axis that its words mean: `Upper Femur, Right`. */
  use?: string;
}

export interface PcsIndexFile {
  /** `2026`, from the file's `<version>`. */
  version: string;
  entries: PcsIndexEntry[];
}

const targets: ReadonlySet<string> = new Set(['see', 'use', 'code', 'codes', 'tab']);
const levels: ReadonlySet<string> = new Set(['mainTerm', 'term']);

/** Reads the ICD-10-PCS index. Source: `icd10pcs_index.xsd`, published with the file. */
export function readPcsIndex(xml: string): Read<PcsIndexFile> {
  const file: PcsIndexFile = { version: '', entries: [] };
  const open: string[] = [];
  /** The title of each open level; empty where a level has none of its own. */
  const titles: string[] = [];
  let entry: PcsIndexEntry | undefined;
  let text = '';
  let problem: string | undefined;

  const addCodes = (value: string) => {
    if (!/^[0-9A-Z]{1,7}$/.test(value)) problem ??= `it leads to ${value || 'nothing'}, which begins no code`;
    if (entry) entry.codes = value;
  };
  /** Words of a reference stand before the codes in it, or are all of it. */
  const addWords = (kind: string, value: string) => {
    if (!entry || value === '') return;
    const words = value.replace(/ (?:for|in)$/, '');
    if (kind === 'use') entry.use ??= words;
    else entry.see ??= words;
  };

  const xmlProblem = walkXml(xml, {
    open(element) {
      if (open.length === 0 && element !== 'ICD10PCS.index')
        problem = `its root is <${element}>, expected <ICD10PCS.index>`;
      const parent = open.at(-1) ?? '';
      if (parent === 'see' || parent === 'use') addWords(parent, tidy(text));
      open.push(element);
      if (levels.has(element)) titles.push('');
      else if (targets.has(element) && levels.has(parent)) entry = { path: titles.filter(Boolean) };
      text = '';
    },
    text(piece) {
      text += piece;
    },
    close(element) {
      const value = tidy(text);
      const parent = open.at(-2) ?? '';
      if (element === 'version') file.version = value;
      else if (element === 'title' && levels.has(parent)) titles[titles.length - 1] = value;
      else if (element === 'see' || element === 'use') addWords(element, value);
      else if (targets.has(element)) addCodes(value);
      if (entry && targets.has(element) && levels.has(parent)) {
        file.entries.push(entry);
        entry = undefined;
      }
      if (levels.has(element)) titles.pop();
      open.pop();
      text = '';
    },
  });
  if (xmlProblem ?? problem) return bad(`this index cannot be read: ${xmlProblem ?? problem}`);
  return file.entries.length > 0 ? good(file) : bad('this index has no entries');
}
