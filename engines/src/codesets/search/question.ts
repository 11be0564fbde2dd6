import type { IndexView } from './index-view.ts';
import type { LexWord } from './lex-word.ts';
import { prefixOf } from './prefixes.ts';
import type { Slot } from './rank.ts';
import type { Speller } from './spelling.ts';
import { weights } from './weights.ts';

/** A question as the ranker reads it. */
export interface Question {
  slots: Slot[];
  /** Sum of the weights of the slots. */
  total: number;
  /** Word numbers that are certain, for completing codes. */
  context: Set<number>;
  /** The same with what its parts of the body belong to; absent where it names none. */
  wider?: Set<number>;
}

const mostWords = 40;
/** Words that one half-typed word may become. */
const mostBegun = 1_000;

/** Turns words into slots: exact words, corrected ones, and what a half-typed last word may become. */
export function askFor(
  written: readonly LexWord[],
  view: IndexView,
  speller: Speller,
  partial: boolean,
): Question {
  const words = asKnown(written, view);
  const slots: Slot[] = [];
  const tails: boolean[] = [];
  const context = new Set<number>();
  const seen = new Set<string>();
  const widened = view.sites.widen(words);
  const wider = new Set<number>();
  for (const [at, word] of words.slice(0, mostWords).entries()) {
    const { key, spelled } = word;
    if (seen.has(key)) continue;
    seen.add(key);
    tails.push(word.tail === true);
    const isLast = at === words.length - 1;
    const number = view.numberOf.get(key);
    if (number !== undefined) {
      context.add(number);
      const exact = { word: number, fit: 1 };
      const weight = view.weight[number] ?? 0;
      const larger = (widened[at] ?? []).flatMap(({ key, fit }) => {
        const whole = view.numberOf.get(key);
        return whole === undefined ? [] : [{ word: whole, fit }];
      });
      for (const whole of larger) wider.add(whole.word);
      if (!partial || !isLast) slots.push({ alternatives: [exact, ...larger], weight });
      else slots.push({ alternatives: [exact, ...longer(spelled, number, speller)], weight, begun: true });
      continue;
    }
    slots.push(guess(word, view, speller, partial && isLast, context));
  }
  for (const [at, slot] of slots.entries()) if (tails[at]) slot.weight *= weights.tail;
  const total = slots.reduce((sum, slot) => sum + slot.weight, 0);
  if (wider.size === 0) return { slots, total, context };
  return { slots, total, context, wider: new Set([...context, ...wider]) };
}

/** Words as the index writes them: `cerebro vascular` joined, `posttonsillectomy` divided. */
function asKnown(words: readonly LexWord[], view: IndexView): LexWord[] {
  const known: LexWord[] = [];
  for (const word of words) {
    const before = known.at(-1);
    const joined = before && joinedWith(before, word, view);
    if (joined) known[known.length - 1] = joined;
    else known.push(...divided(word, view));
  }
  return known;
}

/** Two words that the index writes as one, and writes so more often than it has the first by itself. */
function joinedWith(before: LexWord, word: LexWord, view: IndexView): LexWord | undefined {
  if (
    word.breakBefore ||
    word.start - before.end !== 1 ||
    before.spelled.length < 3 ||
    word.spelled.length < 3
  )
    return undefined;
  const spelled = before.spelled + word.spelled;
  const key = view.lexicon.key(spelled);
  const number = view.numberOf.get(key);
  if (number === undefined || uses(number, view) < uses(view.numberOf.get(before.key), view))
    return undefined;
  return { ...before, key, spelled, end: word.end };
}

function uses(number: number | undefined, { postings }: IndexView): number {
  return number === undefined ? 0 : postings.end(number) - postings.start(number);
}

/** An unknown word of a known prefix and a known rest; what comes after a procedure is what the index calls postprocedural. */
function divided(word: LexWord, view: IndexView): LexWord[] {
  const { key, spelled } = word;
  if (view.numberOf.has(key)) return [word];
  const prefix = prefixOf(spelled);
  const rest = spelled.slice(prefix.length);
  const restKey = view.lexicon.key(rest);
  if (prefix === '' || !view.numberOf.has(restKey)) return [word];
  // `Non-mumps` says that it is not mumps.
  if (prefix === 'non') return [{ ...word, key: `!${restKey}`, spelled: rest }];
  const said =
    prefix === 'post' && /(?:tomy|plasty|graphy|section|operation)$/.test(rest) ? 'postprocedural' : prefix;
  return [
    { ...word, key: view.lexicon.key(said), spelled: said },
    { ...word, key: restKey, spelled: rest },
  ];
}

function longer(typed: string, exact: number, speller: Speller): Slot['alternatives'] {
  if (typed === '') return [];
  const words = speller.beginning(typed, mostBegun).filter((word) => word !== exact);
  return words.map((word) => ({ word, fit: 0.7 }));
}

function guess(
  { key, spelled }: LexWord,
  view: IndexView,
  speller: Speller,
  partial: boolean,
  context: Set<number>,
): Slot {
  if (key.startsWith('!')) {
    const denies = view.numberOf.get(key.slice(1));
    return { alternatives: [], weight: 0.1, ...(denies !== undefined && { denies }) };
  }
  const begun = partial ? speller.beginning(key, mostBegun) : [];
  if (begun.length > 0) {
    // The most used words are the likely ones, and tell how much such a word says.
    const likely = begun.slice(0, 30);
    const weight = Math.max(...likely.map((word) => view.weight[word] ?? 0));
    const fit = (rank: number) => 0.85 - 0.05 * Math.min(1, rank / 20);
    return { alternatives: begun.map((word, rank) => ({ word, fit: fit(rank) })), weight, begun: true };
  }
  const corrected = speller.correct(key, spelled || key);
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
  return { alternatives: [], weight: weights.unknown };
}
