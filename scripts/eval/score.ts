import type { GoldNote, Phrase } from './sets.ts';

/** How a phrase was answered: the place of the first right code and of the first right category, −1 for none. */
export interface PhraseResult {
  source: string;
  rank: number;
  categoryRank: number;
}

/** How a note was coded: groups met, codes too many, groups missed, the same by category, and traps stepped into. */
export interface NoteResult {
  source: string;
  met: number;
  extra: number;
  missed: number;
  metCategories: number;
  extraCategories: number;
  missedCategories: number;
  violations: number;
  traps: number;
}

const category = (code: string) => code.slice(0, 3);

/** Whether a code is the wanted one; `X*` is met by what begins with it. */
export function meets(code: string, wanted: string): boolean {
  return wanted.endsWith('*') ? code.startsWith(wanted.slice(0, -1)) : code === wanted;
}

export function judgePhrase({ source, codes }: Phrase, answers: readonly string[]): PhraseResult {
  const categories = [...new Set(answers.map(category))];
  const wanted = new Set(codes.map(category));
  return {
    source,
    rank: answers.findIndex((code) => codes.includes(code)),
    categoryRank: categories.findIndex((one) => wanted.has(one)),
  };
}

export function judgeNote(note: GoldNote, suggested: readonly string[]): NoteResult {
  const codes = [...new Set(suggested)];
  const optional = note.optional ?? [];
  const traps = note.must_not ?? [];
  const groups = note.codes.map((group) => group.split('|'));
  const used = new Set<string>();
  let met = 0;
  for (const group of groups) {
    const hits = codes.filter((code) => group.some((wanted) => meets(code, wanted)));
    if (hits.length > 0) met++;
    for (const code of hits) used.add(code);
  }
  const isOptional = (code: string) => optional.some((wanted) => meets(code, wanted));
  return {
    source: note.source,
    met,
    missed: groups.length - met,
    extra: codes.filter((code) => !used.has(code) && !isOptional(code)).length,
    ...judgeCategories(groups, optional, codes),
    violations: codes.filter((code) => traps.some((trap) => meets(code, trap))).length,
    traps: traps.length,
  };
}

function judgeCategories(groups: readonly string[][], optional: readonly string[], codes: readonly string[]) {
  const wanted = [...new Set(groups.map((group) => [...new Set(group.map(category))].join('|')))];
  const suggested = [...new Set(codes.map(category))];
  const used = new Set<string>();
  let met = 0;
  for (const group of wanted) {
    const hits = suggested.filter((one) => group.split('|').includes(one));
    if (hits.length > 0) met++;
    for (const one of hits) used.add(one);
  }
  const allowed = new Set(optional.map(category));
  return {
    metCategories: met,
    missedCategories: wanted.length - met,
    extraCategories: suggested.filter((one) => !used.has(one) && !allowed.has(one)).length,
  };
}

/** The share of results for which something holds. */
export function share<T>(results: readonly T[], holds: (result: T) => boolean): number {
  return results.filter(holds).length / Math.max(1, results.length);
}

const sum = (results: readonly NoteResult[], of: (result: NoteResult) => number) =>
  results.reduce((total, result) => total + of(result), 0);

/** Precision, recall and F1 over all notes together, by code or by category. */
export function f1(results: readonly NoteResult[], by: 'code' | 'category' = 'code') {
  const code = by === 'code';
  const met = sum(results, (one) => (code ? one.met : one.metCategories));
  const extra = sum(results, (one) => (code ? one.extra : one.extraCategories));
  const missed = sum(results, (one) => (code ? one.missed : one.missedCategories));
  return {
    precision: met / Math.max(1, met + extra),
    recall: met / Math.max(1, met + missed),
    f1: (2 * met) / Math.max(1, 2 * met + extra + missed),
  };
}
