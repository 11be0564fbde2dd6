import type { Completer, Leaf } from './complete.ts';
import type { IndexView } from './index-view.ts';
import type { Question } from './question.ts';
import { coveredExponent, type RankedTerm, type Slot } from './rank.ts';

/** What each trait of an answer is worth. Fitted on development phrases; each kept only where it helped unseen ones. */
export const weights = {
  /** Words of the question that the code's title says though its term did not. */
  gained: 0.8,
  /** Words of the question that the title denies, and the other way round. */
  denied: 0.5,
  /** The share of the title that was said, above or below half of it. */
  said: 0.05,
  /** Each axis that had to be assumed. */
  missing: 0.003,
};

/** How well a code answers a question, once its term was found and completed to a leaf. */
export class Weigher {
  readonly #view: IndexView;
  readonly #completer: Completer;

  constructor(view: IndexView, completer: Completer) {
    this.#view = view;
    this.#completer = completer;
  }

  score(
    { slots, total }: Question,
    { asked, covered, bonus }: RankedTerm,
    explained: ReadonlySet<number>,
    leaf: Leaf,
  ): number {
    const title = this.#completer.titleWords(leaf.place);
    let gained = 0;
    let denied = 0;
    for (const slot of slots) {
      if (this.#isDenied(slot, title)) denied += slot.weight;
      const fit = bestFit(slot, title) - bestFit(slot, explained);
      if (fit > 0) gained += fit * slot.weight;
    }
    return (
      (asked + (weights.gained * gained) / total) * covered ** coveredExponent +
      bonus -
      (weights.denied * denied) / total +
      weights.said * (this.#said(slots, title, explained) - 0.5) -
      weights.missing * leaf.missing.length
    );
  }

  #isDenied({ alternatives }: Slot, title: ReadonlySet<number>): boolean {
    return alternatives.some(({ word }) => {
      const opposite = this.#view.opposite[word] ?? -1;
      return opposite >= 0 && title.has(opposite) && !title.has(word);
    });
  }

  /** The share of the title that the question or the term says. */
  #said(slots: readonly Slot[], title: ReadonlySet<number>, explained: ReadonlySet<number>): number {
    const said = new Set(slots.flatMap(({ alternatives }) => alternatives.map(({ word }) => word)));
    let all = 0;
    let spoken = 0;
    for (const word of title) {
      const weight = this.#view.weight[word] ?? 0;
      all += weight;
      if (said.has(word) || explained.has(word)) spoken += weight;
    }
    return all === 0 ? 0 : spoken / all;
  }
}

function bestFit({ alternatives }: Slot, words: ReadonlySet<number>): number {
  let best = 0;
  for (const { word, fit } of alternatives) if (fit > best && words.has(word)) best = fit;
  return best;
}
