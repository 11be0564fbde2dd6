import type { CodeTree } from './code-tree.ts';
import type { Leaf } from './complete.ts';
import type { IndexView } from './index-view.ts';
import type { Question } from './question.ts';
import type { RankedTerm, Slot } from './rank.ts';
import { weights } from './weights.ts';

/** Words that make another disease of the one they stand with. */
const definingWords =
  'congenital malformation newborn perinatal birth pregnancy puerperal obstetric tuberculous syphilitic gonococcal rheumatic traumatic cancer metastasis gangrene gangrenous poisoning postprocedural intraoperative complication sequelae subsequent';

/** How well a code answers a question, once its term was found and completed to a leaf. */
export class Weigher {
  readonly #view: IndexView;
  readonly #tree: CodeTree;
  #asked: { slots: readonly Slot[]; words: ReadonlySet<number> } | undefined;
  readonly #defining: ReadonlySet<number>;

  constructor(view: IndexView, tree: CodeTree) {
    this.#view = view;
    this.#tree = tree;
    this.#defining = new Set(
      definingWords.split(' ').flatMap((word) => view.numberOf.get(view.lexicon.key(word)) ?? []),
    );
  }

  score(
    { slots, total }: Question,
    { asked, covered, bonus }: RankedTerm,
    explained: ReadonlySet<number>,
    leaf: Leaf,
  ): number {
    const title = this.#tree.titleWords(leaf.place);
    let gained = 0;
    let denied = 0;
    for (const slot of slots) {
      denied += this.#denied(slot, title);
      const fit = bestFit(slot, title) - bestFit(slot, explained);
      if (fit > 0) gained += fit * slot.weight;
    }
    return (
      (asked + (weights.gained * gained) / total) * covered ** weights.coveredExponent +
      bonus -
      (weights.denied * denied) / total +
      weights.said * (this.#said(slots, title, explained) - 0.5) -
      weights.missing * leaf.missing.length -
      weights.claimed * this.#claimed(slots, title, explained) -
      this.#besides(leaf.place, slots, total, title, explained)
    );
  }

  /** The weight of a word that the question says and the title denies, or the other way round. */
  #denied({ alternatives, denies }: Slot, title: ReadonlySet<number>): number {
    const { opposite, weight } = this.#view;
    if (denies !== undefined) return title.has(denies) ? (weight[denies] ?? 0) : 0;
    for (const { word, fit } of alternatives) {
      const other = opposite[word] ?? -1;
      if (fit < 1 || other < 0 || !title.has(other) || title.has(word)) continue;
      return Math.max(weight[word] ?? 0, weight[other] ?? 0);
    }
    return 0;
  }

  /** The weight of words that move a disease elsewhere (congenital, malignant), in a title and said by nobody. */
  #claimed(slots: readonly Slot[], title: ReadonlySet<number>, explained: ReadonlySet<number>): number {
    const { weight } = this.#view;
    let claimed = 0;
    for (const word of title) {
      if (!this.#defining.has(word) || explained.has(word)) continue;
      if (!slots.some(({ alternatives }) => alternatives.some((one) => one.word === word)))
        claimed += weight[word] ?? 0;
    }
    return Math.min(1, claimed);
  }

  /**
   * What is taken off a code that is coded beside another (a cause, a germ, the weeks of a pregnancy) where the
   * question says more than that.
   */
  #besides(
    place: number,
    slots: readonly Slot[],
    total: number,
    title: ReadonlySet<number>,
    explained: ReadonlySet<number>,
  ): number {
    if (this.#view.codeBesides[place] !== 1) return 0;
    let open = 0;
    for (const slot of slots) {
      if (slot.alternatives.every(({ word }) => !title.has(word) && !explained.has(word)))
        open += slot.weight;
    }
    return open / total > weights.besidesOpen ? weights.besides : 0;
  }

  /** The words that a question says or may mean; a half-typed one may mean a thousand, and all answers ask for them. */
  #wordsOf(slots: readonly Slot[]): ReadonlySet<number> {
    if (this.#asked?.slots === slots) return this.#asked.words;
    const words = new Set(slots.flatMap(({ alternatives }) => alternatives.map(({ word }) => word)));
    this.#asked = { slots, words };
    return words;
  }

  /** The share of the title that the question or the term says. */
  #said(slots: readonly Slot[], title: ReadonlySet<number>, explained: ReadonlySet<number>): number {
    const said = this.#wordsOf(slots);
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
