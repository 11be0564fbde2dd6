import type { CompletedCode } from '../../model/index.ts';
import { Axes } from './axes.ts';
import { Chooser } from './choose.ts';
import type { CodeTree } from './code-tree.ts';
import type { IndexView } from './index-view.ts';

/** A leaf chosen below a code, by place. */
export interface Leaf {
  place: number;
  steps: string[];
  missing: string[];
}

/** Levels that a default code may be left upwards: encounter, side, site, kind. */
const mostSteps = 4;

/** Brings codes down to billable leaves by the words of a context. */
export class Completer {
  readonly #view: IndexView;
  readonly #tree: CodeTree;
  readonly #chooser: Chooser;
  readonly #axes: Axes;
  readonly #unspecified: number;
  /** What the 7th character of a first visit says. */
  readonly #first: Set<number>;

  constructor(view: IndexView, tree: CodeTree) {
    this.#view = view;
    this.#tree = tree;
    this.#chooser = new Chooser(view, tree);
    this.#axes = new Axes(view, tree);
    const number = (word: string) => view.numberOf.get(view.lexicon.key(word)) ?? -1;
    this.#unspecified = number('unspecified');
    this.#first = new Set(['initial', 'encounter'].map(number));
  }

  /** What has to be chosen below a code before it can be billed, and what a code that can be leaves unspecified. */
  openAxes(place: number): string[] {
    const { place: leaf, missing } = this.descend(place, new Set());
    return [...new Set([...missing, ...this.#axes.unspecifiedAt(leaf)])];
  }

  /** Goes down from a code until it can be billed; `ahead` looks at what the words name further down. */
  descend(place: number, context: ReadonlySet<number>, ahead = false): Leaf & { matched: number } {
    const steps: string[] = [];
    const missing: string[] = [];
    let matched = 0;
    let at = place;
    while (!this.#view.codeBillable[at]) {
      const choice = this.#chooser.choose(at, context, ahead);
      if (!choice) break;
      const { code, title } = this.#view.edition.row(choice.place);
      if (choice.matched > 0) steps.push(`${code}: ${title}`);
      else {
        const axis = this.#axes.nameOf(at);
        missing.push(axis);
        steps.push(`${code} by default (${axis} not stated): ${title}`);
      }
      matched += choice.matched;
      at = choice.place;
    }
    return { place: at, steps, missing, matched };
  }

  /**
   * Brings a code to a leaf. A code that is itself only the unspecified choice among its siblings gives
   * way to the sibling the context names: `unspecified ear` to `left ear`, `without claudication` to `with`.
   */
  complete(
    place: number,
    context: ReadonlySet<number>,
    explained: ReadonlySet<number> = new Set(),
    ahead = false,
  ): Leaf {
    const direct = this.descend(place, context, ahead);
    // What the term itself says is no reason to move on to a sibling that repeats it; `unspecified` is none at all.
    const open = new Set<number>();
    for (const word of context) if (!explained.has(word) && word !== this.#unspecified) open.add(word);
    if (open.size === 0) return direct;
    let top = place;
    let climbed: Leaf | undefined;
    for (let step = 0; step < mostSteps; step++) {
      const parent = this.#view.codeParent[top] ?? -1;
      if (parent < 0) break;
      const siblings = this.#tree.children(parent);
      const difference = this.#tree.differences(parent, siblings)[siblings.indexOf(top)] ?? new Set<number>();
      if (!this.#isDefault(difference, context, open)) break;
      top = parent;
      const other = this.descend(top, context, ahead);
      if (other.place !== direct.place && this.#saysMore(other.place, direct.place, context, open))
        climbed = other;
    }
    return climbed ?? direct;
  }

  /** Whether a code is the one that is taken when nothing is known of what it is divided by. */
  #isDefault(
    difference: ReadonlySet<number>,
    context: ReadonlySet<number>,
    open: ReadonlySet<number>,
  ): boolean {
    if (difference.has(this.#unspecified)) {
      for (const word of difference) if (word !== this.#unspecified && open.has(word)) return false;
      return true;
    }
    for (const word of difference) {
      const denied = (this.#view.words[word] ?? '').startsWith('!');
      if (!denied && !context.has(word) && !this.#first.has(word)) return false;
    }
    return true;
  }

  /** Whether another leaf says something of the context that this one does not, and nothing less. */
  #saysMore(other: number, place: number, context: ReadonlySet<number>, open: ReadonlySet<number>): boolean {
    const [words, before] = [this.#tree.titleWords(other), this.#tree.titleWords(place)];
    let more = false;
    for (const word of words) if (open.has(word) && !before.has(word)) more = true;
    if (!more) return false;
    for (const word of before) if (context.has(word) && !this.#tree.isSaid(other, word)) return false;
    return true;
  }

  /** As {@link complete}, from code and text, for callers outside the search. */
  completeCode(code: string, context: ReadonlySet<number>, said: ReadonlySet<number>): CompletedCode {
    const place = this.#view.edition.indexOf(code);
    if (place < 0) return { code, billable: false, steps: [], missing: [] };
    // One code of a note, and not the many of a search: there is time to look ahead.
    const leaf = this.complete(place, context, said, true);
    const row = this.#view.edition.row(leaf.place);
    return { code: row.code, billable: row.billable, steps: leaf.steps, missing: leaf.missing };
  }
}
