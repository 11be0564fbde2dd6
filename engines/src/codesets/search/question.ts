import type { IndexView } from './index-view.ts';
import type { LexWord } from './lexicon.ts';
import type { Slot } from './rank.ts';
import type { Speller } from './spelling.ts';

/** A question as the ranker reads it. */
export interface Question {
  slots: Slot[];
  /** Word numbers that are certain, for completing codes. */
  context: Set<number>;
}

/** What an unknown word would say if it were known: it lowers every answer alike. */
const unknownWeight = 0.5;
const mostWords = 40;

/** Turns words into slots: exact words, corrected ones, and what a half-typed last word may become. */
export function askFor(
  words: readonly LexWord[],
  view: IndexView,
  speller: Speller,
  partial: boolean,
): Question {
  const slots: Slot[] = [];
  const context = new Set<number>();
  const seen = new Set<string>();
  for (const [at, { key }] of words.slice(0, mostWords).entries()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const isLast = at === words.length - 1;
    const number = view.numberOf.get(key);
    if (number !== undefined) {
      context.add(number);
      slots.push({
        alternatives: [{ word: number, fit: 1 }, ...(partial && isLast ? longer(key, view, speller) : [])],
        weight: view.weight[number] ?? 0,
      });
      continue;
    }
    slots.push(guess(key, view, speller, partial && isLast, context));
  }
  return { slots, context };
}

function longer(key: string, view: IndexView, speller: Speller): Slot['alternatives'] {
  if (key.length < 3) return [];
  return speller
    .beginning(key, 20)
    .filter((word) => view.words[word] !== key)
    .map((word) => ({ word, fit: 0.7 }));
}

function guess(key: string, view: IndexView, speller: Speller, partial: boolean, context: Set<number>): Slot {
  if (key.startsWith('!')) return { alternatives: [], weight: 0.1 };
  const begun = partial && key.length >= 2 ? speller.beginning(key, 30) : [];
  if (begun.length > 0) {
    const weight = Math.max(...begun.map((word) => view.weight[word] ?? 0));
    return { alternatives: begun.map((word) => ({ word, fit: 0.85 })), weight };
  }
  const corrected = speller.correct(key);
  if (corrected !== undefined) {
    context.add(corrected);
    return { alternatives: [{ word: corrected, fit: 0.9 }], weight: view.weight[corrected] ?? 0 };
  }
  const parts = speller.split(key);
  if (parts) {
    for (const part of parts) context.add(part);
    const weight = Math.max(...parts.map((part) => view.weight[part] ?? 0));
    return { alternatives: parts.map((word) => ({ word, fit: 0.8 })), weight };
  }
  return { alternatives: [], weight: unknownWeight };
}
