import type { DocumentView } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';

/** A place in the record that may say what a code says. */
export interface Passage {
  evidence: Evidence;
  /** The title of the document it stands in. */
  title: string;
  /** What stands before and after it in the sentence. */
  before: string;
  after: string;
}

/** Words too common in codes and notes to find anything by. */
const common = new Set(
  'a an and as at by due for from in into is not no of on or other the to unspecified with without nos nec'.split(
    ' ',
  ),
);

/** The least share of the words a sentence must hold to be offered. */
const leastShare = 0.3;

/** The longest passage offered, in UTF-16 units. */
const longest = 160;

/**
 * Sentences of the record that hold most of the words, best first, each cut to the stretch from the first to
 * the last word found. A word is found when one begins with the other, so `diabetic` finds `diabetes` by its
 * first five letters.
 */
export function findPassages(documents: readonly DocumentView[], words: string, limit = 6): Passage[] {
  const wanted = [...new Set(tokens(words).map(({ word }) => word))].filter(isTelling);
  if (wanted.length === 0) return [];
  const found = documents.flatMap((document) =>
    sentences(document.text).flatMap((sentence) => passageIn(document, sentence, wanted) ?? []),
  );
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ passage }) => passage);
}

interface Stretch {
  start: number;
  end: number;
}

function passageIn({ id, version, title, text }: DocumentView, sentence: Stretch, wanted: readonly string[]) {
  const hits = tokens(text.slice(sentence.start, sentence.end)).flatMap(({ word, start, end }) => {
    const by = wanted.find((want) => isAlike(want, word));
    return by === undefined ? [] : [{ by, start: sentence.start + start, end: sentence.start + end }];
  });
  const first = hits[0];
  const last = hits.filter(({ end }) => first && end - first.start <= longest).at(-1);
  if (!first || !last) return undefined;
  const share = new Set(hits.map(({ by }) => by)).size / wanted.length;
  if (share < leastShare) return undefined;
  const evidence = {
    documentId: id,
    version,
    start: first.start,
    end: last.end,
    quote: text.slice(first.start, last.end),
  };
  const before = text.slice(sentence.start, first.start).trimStart();
  const after = text.slice(last.end, sentence.end).trimEnd();
  const score = share - (last.end - first.start) / 10_000;
  return { passage: { evidence, title, before, after } satisfies Passage, score };
}

/** A single letter or digit, or a word that stands everywhere, tells nothing. */
function isTelling(word: string): boolean {
  return word.length > 1 && !common.has(word);
}

/** Equal, or alike in the first five letters: `diabetic` and `diabetes`, `knees` and `knee`. */
function isAlike(want: string, word: string): boolean {
  if (want === word) return true;
  const [short, long] = want.length < word.length ? [want, word] : [word, want];
  if (short.length >= 4 && long.startsWith(short)) return true;
  return short.length >= 6 && long.startsWith(short.slice(0, 5));
}

function tokens(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:\.\p{N}+)?/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Lines, cut again at full stops and semicolons. */
function sentences(text: string): Stretch[] {
  return [...text.matchAll(/[^\n.;]+(?:[.](?=\S)[^\n.;]*)*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
