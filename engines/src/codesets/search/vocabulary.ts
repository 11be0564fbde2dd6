/** An abbreviation and what it may stand for, most likely first. */
export interface Abbreviation {
  short: string;
  /** Only as written, where the lower-case word means something else: `ALL`, `MS`. */
  exactCase: boolean;
  long: string[];
}

/** What makes different wordings meet. Written by us, kept in `data/vocabulary`. */
export interface Vocabulary {
  /** Groups of words that mean the same to a coder; the first stands for all: `kidney renal`. */
  words: string[][];
  /** Wordings rewritten wherever they stand, in terms and in questions: `high blood pressure` → `hypertension`. */
  phrases: { from: string; to: string }[];
  abbreviations: Abbreviation[];
  /** Parts of the body and what each is part of, nearest first: `toe` is part of `foot`, which is part of `lower limb`. */
  sites?: { part: string; wholes: string[] }[];
}

export const emptyVocabulary: Vocabulary = { words: [], phrases: [], abbreviations: [] };

/** Lines that say something: not empty, not a `#` comment. */
function rows(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** Reads `words.tsv`: one group a line, words divided by spaces. */
export function parseWords(text: string): string[][] {
  return rows(text).map((line) => line.trim().split(/\s+/));
}

/** Reads `phrases.tsv`: wording, tab, the wording to use instead. */
export function parsePhrases(text: string): { from: string; to: string }[] {
  return rows(text).flatMap((line) => {
    const [from, to] = line.split('\t');
    return from && to !== undefined ? [{ from: from.trim(), to: to.trim() }] : [];
  });
}

/**
 * Reads `abbreviations.tsv`: abbreviation, tab, meanings divided by `|`. Written in capitals only and of
 * two or three letters, an abbreviation counts only in capitals where `exact` stands in the third column.
 */
export function parseAbbreviations(text: string): Abbreviation[] {
  return rows(text).flatMap((line) => {
    const [short, long, flag] = line.split('\t');
    if (!short || !long) return [];
    const meanings = long.split('|').map((meaning) => meaning.trim());
    return [{ short: short.trim(), exactCase: flag?.trim() === 'exact', long: meanings }];
  });
}

/** Reads `sites.tsv`: part of the body, tab, what it is part of, nearest first, divided by `|`. */
export function parseSites(text: string): { part: string; wholes: string[] }[] {
  return rows(text).flatMap((line) => {
    const [part, wholes] = line.split('\t');
    if (!part || !wholes) return [];
    return [{ part: part.trim(), wholes: wholes.split('|').map((whole) => whole.trim()) }];
  });
}
