import type { IndexTerm } from '../../model/index.ts';
import { isOverfull, readIndexCode, splitNonessential } from './index-entry.ts';
import { bad, good, type Read, tidy } from './read.ts';
import { walkXml } from './xml.ts';

type IndexKind = Extract<IndexTerm['kind'], 'index' | 'external-cause' | 'neoplasm' | 'drug'>;

/** The alphabetic index, the index of external causes, or one of the two tables, flattened. */
export interface IndexFile {
  kind: IndexKind;
  /** `2026`, from the file's `<version>`. */
  version: string;
  terms: IndexTerm[];
}

interface Entry {
  element: string;
  path: string[];
  nonessential: string[];
  codes: { code: string; column?: string; manifestation?: string }[];
  see: string[];
  seeAlso: string[];
}

/** Tells which of the four files this is, from its title or the heading of its first column. */
function kindOf(title: string, firstHeading: string | undefined): IndexKind | undefined {
  if (/neoplasm/i.test(firstHeading ?? '')) return 'neoplasm';
  if (/substance|drug/i.test(firstHeading ?? '')) return 'drug';
  if (/external cause/i.test(title)) return 'external-cause';
  return /index/i.test(title) ? 'index' : undefined;
}

/**
 * Reads the XML of the index, the external-cause index, the neoplasm or the drug table. Each entry becomes
 * one term per code (per column in a table), and one without code where it only says `see` or `see also`.
 * Source: `icd10cm_index.xsd` and `icd10cm_drug_neoplasm.xsd`, published with the files.
 */
export function readIndexFile(xml: string): Read<IndexFile> {
  let version = '';
  let title = '';
  const headings = new Map<string, string>();
  const terms: IndexTerm[] = [];
  const entries: Entry[] = [];
  // Terms are added when an entry closes, after those below it; each entry holds its place in the order.
  const order: Entry[] = [];
  const open: string[] = [];
  let text = '';
  let nemod = '';
  let column = '';
  let ownProblem: string | undefined;

  const finish = (element: string) => {
    const value = tidy(text);
    const entry = entries.at(-1);
    const parent = open.at(-2) ?? '';
    if (element === 'version') version = value;
    else if (element === 'head') headings.set(column, value);
    else if (element === 'title' && parent === 'ICD10CM.index') title = value;
    else if (!entry || parent !== entry.element) return;
    else if (element === 'title') nameEntry(entry, value);
    else if (element === 'cell') addCode(entry, value, columnName(headings.get(column)));
    else if (element === 'code' || element === 'subcat' || element === 'seecat') addCode(entry, value);
    else if (element === 'manif') addManifestation(entry, value);
    else if (element === 'see') entry.see.push(value);
    else if (element === 'seeAlso') entry.seeAlso.push(value);
  };
  const nameEntry = (entry: Entry, value: string) => {
    const above = entries.at(-2);
    const { outside, nonessential } = splitNonessential(nemod);
    entry.path = [...(above?.path ?? []), tidy(`${value} ${outside}`)];
    entry.nonessential = [...(above?.nonessential ?? []), ...nonessential];
    if (!isOverfull(entry.path, entry.nonessential)) return;
    ownProblem ??= `an entry below ${entry.path[0]} has more words in parentheses than the index could have`;
    entry.nonessential = [];
  };

  const problem = walkXml(xml, {
    open(element, attributes) {
      if (open.length === 0 && element !== 'ICD10CM.index') {
        ownProblem = `its root is <${element}>, expected <ICD10CM.index>`;
      }
      open.push(element);
      if (element === 'mainTerm' || element === 'term') {
        const entry: Entry = { element, path: [], nonessential: [], codes: [], see: [], seeAlso: [] };
        entries.push(entry);
        order.push(entry);
      }
      if (element === 'nemod') return;
      column = attributes.col ?? '';
      text = '';
      nemod = '';
    },
    text(piece) {
      if (open.at(-1) === 'nemod') nemod += piece;
      else text += piece;
    },
    close(element) {
      if (element !== 'nemod') {
        finish(element);
        text = '';
      }
      if (element === 'mainTerm' || element === 'term') entries.pop();
      open.pop();
    },
  });
  if (problem ?? ownProblem) return bad(`this index cannot be read: ${problem ?? ownProblem}`);
  const kind = kindOf(title, headings.get('1'));
  if (!kind) return bad('this index has neither the title of an index nor the headings of a table');
  for (const entry of order) terms.push(...termsOf(kind, entry));
  return terms.length > 0 ? good({ kind, version, terms }) : bad('this index has no entries');
}

/** `Poisoning Accidental (unintentional)` is the column `poisoning accidental`. */
function columnName(heading = ''): string {
  return splitNonessential(heading).outside.toLowerCase();
}

function addCode(entry: Entry, value: string, column?: string): void {
  const code = readIndexCode(value);
  if (code !== undefined) entry.codes.push(column === undefined ? { code } : { code, column });
}

function addManifestation(entry: Entry, value: string): void {
  const manifestation = readIndexCode(value);
  const last = entry.codes.at(-1);
  if (last && manifestation !== undefined) last.manifestation = manifestation;
}

function termsOf(kind: IndexKind, { path, nonessential, codes, see, seeAlso }: Entry): IndexTerm[] {
  const shared: IndexTerm = { kind, path, nonessential };
  if (see.length > 0) shared.see = see.join('; ');
  if (seeAlso.length > 0) shared.seeAlso = seeAlso.join('; ');
  if (codes.length > 0) return codes.map((code) => ({ ...shared, ...code }));
  return see.length + seeAlso.length > 0 ? [shared] : [];
}
