import type { Span } from '../../model/index.ts';
import type { LexWord } from '../search/lex-word.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { Forms } from './forms.ts';
import { first, last, type Named } from './operations.ts';
import { type Side, sideOf } from './sides.ts';

/** Longer statements are cut: nobody names an operation in more words. */
const longestStatement = 1000;
const mostWords = 160;

/** The words of a statement, as the lexicon knows them, and the text they were read from. */
export interface Statement {
  text: string;
  words: readonly LexWord[];
  keys: readonly string[];
}

export function readStatement(text: string, lexicon: Lexicon, forms: Forms): Statement {
  const kept = text.slice(0, longestStatement);
  const words = forms.spelledOut(lexicon.words(kept, { expand: true }).slice(0, mostWords), kept);
  return { text: kept, words, keys: words.map(({ key }) => key) };
}

/** The stretch of a statement that belongs to one of its operations: places of words, the end not included. */
export interface Segment {
  from: number;
  to: number;
}

const parting = /[,;+/:\n]|\b(?:and|with|followed|then|plus|via|including)\b/i;

/** Parts a statement between its operations: at the last comma, `and` or `with` before the next one. */
export function segmentsOf({ text, words }: Statement, named: readonly Named[]): Segment[] {
  const cuts: number[] = [0];
  for (const [at, next] of named.entries()) {
    const before = named[at - 1];
    if (!before) continue;
    const begins = first(next.words);
    let cut = begins;
    for (let place = begins; place > last(before.words); place--) {
      const gap = text.slice(words[place - 1]?.end ?? 0, words[place]?.start ?? 0);
      if (!parting.test(gap)) continue;
      cut = place;
      break;
    }
    cuts.push(cut);
  }
  return named.map((_, at) => ({ from: cuts[at] ?? 0, to: cuts[at + 1] ?? words.length }));
}

/** The places of the words that say a side. */
export function sideWords({ text, words }: Statement, { from, to }: Segment): number[] {
  return words.flatMap(({ start, end }, place) =>
    place >= from && place < to && sideOf(text.slice(start, end)) ? place : [],
  );
}

/** The sides that a stretch of words says: right and left together are bilateral. */
export function sidesIn({ text, words }: Statement, { from, to }: Segment): Set<Side> {
  const sides = new Set<Side>();
  for (const { start, end } of words.slice(from, to)) {
    const side = sideOf(text.slice(start, end));
    if (side) sides.add(side);
  }
  if (sides.has('Bilateral') || sides.size > 1) return new Set(['Bilateral']);
  return sides;
}

/** Places of words as spans of the text; words side by side are one. */
export function spansOf({ text, words }: Statement, places: ReadonlySet<number>): Span[] {
  const sorted = [...places].sort((a, b) => a - b);
  const found: Span[] = [];
  for (const place of sorted) {
    const word = words[place];
    if (!word) continue;
    const before = found.at(-1);
    // Words that stand side by side are one span.
    if (before && word.start - before.end <= 1) {
      const end = Math.max(before.end, word.end);
      found[found.length - 1] = { start: before.start, end, quote: text.slice(before.start, end) };
    } else found.push({ start: word.start, end: word.end, quote: text.slice(word.start, word.end) });
  }
  return found;
}
