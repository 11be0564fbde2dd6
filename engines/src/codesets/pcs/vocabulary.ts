import { parseAbbreviations, parsePhrases, parseWords, type Vocabulary } from '../search/vocabulary.ts';

/** Wordings of clinicians for a value of an axis, which stands here by its label: `Open`, `Upper Femur`. */
interface ValueWordings {
  label: string;
  wordings: string[];
}

/** What an operation is called, and the codes it may have. */
interface NamedOperation {
  names: string[];
  /**
   * For each procedure that the name stands for, the beginnings of its codes: `0SR[CD]`. Brackets hold the characters
   * that one place may have, `.` is any.
   */
  targets: string[][];
  /** Labels that the name itself means, where the text does not say otherwise. */
  implies: string[];
  /** Said with every code found by this name. */
  note?: string;
}

/** How procedures are spoken of. Written by us, kept in `data/vocabulary/icd10pcs`. */
export interface PcsVocabulary extends Vocabulary {
  values: ValueWordings[];
  operations: NamedOperation[];
  /** Beginnings of names of operations and the body part they mean: `nephr` → `kidney`. */
  forms: { from: string; to: string }[];
}

export const emptyPcsVocabulary: PcsVocabulary = {
  words: [],
  phrases: [],
  abbreviations: [],
  values: [],
  operations: [],
  forms: [],
};

function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

const listed = (cell = '') => cell.split(';').flatMap((item) => item.trim() || []);

/** Reads `values.tsv`: label, tab, wordings divided by `;`. */
function parseValues(text: string): ValueWordings[] {
  return rows(text).map(([label = '', wordings]) => ({ label, wordings: listed(wordings) }));
}

/** Reads `operations.tsv`: names, codes (` + ` between procedures), labels implied, a note. */
function parseOperations(text: string): NamedOperation[] {
  return rows(text).map(([names, codes = '', implies, note]) => ({
    names: listed(names),
    targets: codes.split(' + ').map((group) => group.split(' ').filter(Boolean)),
    implies: listed(implies),
    ...(note && { note }),
  }));
}

/** Reads the files of the folder; one that is not there is an empty text. */
export function parsePcsVocabulary(read: (file: string) => string): PcsVocabulary {
  return {
    words: parseWords(read('words.tsv')),
    phrases: parsePhrases(read('phrases.tsv')),
    abbreviations: parseAbbreviations(read('abbreviations.tsv')),
    values: parseValues(read('values.tsv')),
    operations: parseOperations(read('operations.tsv')),
    forms: parsePhrases(read('forms.tsv')),
  };
}
