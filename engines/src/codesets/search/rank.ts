import type { IndexView } from './index-view.ts';
import { type TermSource, termSources } from './term-sources.ts';
import { weights } from './weights.ts';

/** One place in a question: the words that may fill it, with how well each does. */
export interface Slot {
  alternatives: { word: number; fit: number }[];
  weight: number;
  /** The word is half typed: its alternatives are what it may become, the most used first. */
  begun?: boolean;
  /** The word that is said to be absent, where no term says that it is. */
  denies?: number;
}

export interface RankedTerm {
  term: number;
  score: number;
  /** The share of the question that the term's words answer, 0–1. */
  asked: number;
  /** The share of the term's required words that the question says, 0–1. */
  covered: number;
  /** What the place a term stands in is worth. */
  bonus: number;
}

/** Who names a substance and none of these does not ask for what it does to people. */
const effects =
  'poisoning adverse reaction underdosing toxicity toxic effect ingestion swallowed accidental intentional suicide assault undetermined allergy';
const drugs = termSources.indexOf('drug');
const starters = new Set<TermSource>(['clinical', 'everyday', 'abbreviation']);

/** Postings longer than this do not open new candidates once rarer words have found some. */
const frequent = 4_000;

/** When only half a word was typed, the answers are those of the most used words it may become. */
const mostOpened = 40;

/** Whole words before half-typed ones, rare ones before frequent ones. */
function byOrder(a: Slot, b: Slot): number {
  return Number(a.begun ?? false) - Number(b.begun ?? false) || b.weight - a.weight;
}

/** What answers this much of the best answered share is weighed first. */
const leading = 0.6;

/** Scores every term that shares words with a question by how much of each the other covers. */
export class Ranker {
  readonly #view: IndexView;
  readonly #effects: ReadonlySet<number>;
  readonly #asked: Float32Array;
  readonly #covered: Float32Array;
  readonly #slotFit: Float32Array;
  readonly #seen: Int32Array;
  readonly #slotSeen: Int32Array;
  /** For each posting whether its word must be said for its term: asked of every posting that a question touches. */
  readonly #required: Uint8Array;
  #round = 0;
  #slotRound = 0;

  constructor(view: IndexView) {
    this.#view = view;
    this.#effects = new Set(
      effects.split(' ').flatMap((word) => view.numberOf.get(view.lexicon.key(word)) ?? []),
    );
    const count = view.termCode.length;
    this.#asked = new Float32Array(count);
    this.#covered = new Float32Array(count);
    this.#slotFit = new Float32Array(count);
    this.#seen = new Int32Array(count);
    this.#slotSeen = new Int32Array(count);
    this.#required = requiredPostings(view);
  }

  rank(slots: readonly Slot[], limit: number): RankedTerm[] {
    const { termWeight, termSource } = this.#view;
    const total = slots.reduce((sum, slot) => sum + slot.weight, 0);
    if (total <= 0) return [];
    const bonuses = this.#bonuses(slots);
    const touched = this.#gather(slots);
    let most = 0;
    for (const term of touched) most = Math.max(most, this.#asked[term] ?? 0);
    const best: RankedTerm[] = [];
    let floor = 0;
    const cut = () => {
      best.sort((a, b) => b.score - a.score || a.term - b.term);
      if (best.length < limit) return;
      best.length = limit;
      floor = best.at(-1)?.score ?? 0;
    };
    // Those that answer most of the question raise the floor, under which most others then stay unweighed.
    for (const isFirst of [true, false]) {
      for (const term of touched) {
        const answered = this.#asked[term] ?? 0;
        if (answered >= most * leading !== isFirst) continue;
        const asked = answered / total;
        const bonus = bonuses[termSource[term] ?? 0] ?? 0;
        if (asked + bonus <= floor) continue;
        const covered = Math.min(1, (this.#covered[term] ?? 0) / Math.max(1e-6, termWeight[term] ?? 1));
        const score = asked * covered ** weights.coveredExponent + bonus;
        if (score <= floor) continue;
        best.push({ term, score, asked, covered, bonus });
        if (best.length >= limit * 4) cut();
      }
      cut();
    }
    return best;
  }

  /** What each source is worth for this question. */
  #bonuses(slots: readonly Slot[]): number[] {
    const isTyped = slots.some((slot) => slot.begun);
    const bonuses = termSources.map(
      (source) => weights.source[source] + (isTyped && starters.has(source) ? weights.typing : 0),
    );
    const isEvent = slots.some(({ alternatives }) =>
      alternatives.some(({ word }) => this.#effects.has(word)),
    );
    if (!isEvent) bonuses[drugs] = (bonuses[drugs] ?? 0) - weights.uneventful;
    return bonuses;
  }

  #gather(slots: readonly Slot[]): number[] {
    const { postings, weight } = this.#view;
    const round = ++this.#round;
    const touched: number[] = [];
    for (const { alternatives, weight: slotWeight, begun = false } of [...slots].sort(byOrder)) {
      const slotRound = ++this.#slotRound;
      const known = touched.length > 0;
      for (const [rank, { word, fit }] of alternatives.entries()) {
        const [start, end] = [postings.start(word), postings.end(word)];
        // What a half-typed word may become only chooses among the answers to the words before it.
        const guessed = begun && fit < 1;
        if (guessed && !known && rank >= mostOpened) break;
        const onlyKnown = touched.length > 0 && (guessed ? known : end - start > frequent);
        const wordWeight = weight[word] ?? 0;
        for (let i = start; i < end; i++) {
          const term = postings.items[i] ?? 0;
          if (this.#seen[term] !== round) {
            if (onlyKnown) continue;
            this.#seen[term] = round;
            this.#asked[term] = 0;
            this.#covered[term] = 0;
            touched.push(term);
          }
          if (this.#slotSeen[term] !== slotRound) {
            this.#slotSeen[term] = slotRound;
            this.#slotFit[term] = 0;
          }
          const already = this.#slotFit[term] ?? 0;
          const required = this.#required[i] === 1;
          const worth = required ? fit : fit * weights.optional;
          if (worth > already) {
            this.#slotFit[term] = worth;
            this.#asked[term] = (this.#asked[term] ?? 0) + (worth - already) * slotWeight;
          }
          if (required && (already === 0 || !begun)) {
            this.#covered[term] = (this.#covered[term] ?? 0) + wordWeight * fit;
          }
        }
      }
    }
    return touched;
  }
}

function requiredPostings({ postings, words, termWords, termRequired }: IndexView): Uint8Array {
  const required = new Uint8Array(postings.items.length);
  for (let word = 0; word < words.length; word++) {
    for (let i = postings.start(word); i < postings.end(word); i++) {
      const term = postings.items[i] ?? 0;
      const start = termWords.start(term);
      const end = start + (termRequired[term] ?? 0);
      for (let at = start; at < end; at++) {
        if (termWords.items[at] !== word) continue;
        required[i] = 1;
        break;
      }
    }
  }
  return required;
}
