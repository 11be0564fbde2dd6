import type { IndexView } from './index-view.ts';

/** How the children of a code are told apart. */
export interface Division {
  /** For each child the words that set it apart from its parent and from most of its siblings. */
  differences: readonly ReadonlySet<number>[];
  /** Words that most children have, but not all. */
  shared: ReadonlySet<number>;
}

/** Titles kept as sets: the often used part of the tree. */
const mostRemembered = 20_000;

/** The tree of codes with the words of its titles: what stands below what, and how siblings are told apart. */
export class CodeTree {
  readonly #view: IndexView;
  readonly #children = new Map<number, number[]>();
  readonly #titles = new Map<number, ReadonlySet<number>>();
  readonly #divisions = new Map<number, Division>();
  readonly #deeper = new Map<number, ReadonlySet<number>>();

  constructor(view: IndexView) {
    this.#view = view;
  }

  children(place: number): number[] {
    let children = this.#children.get(place);
    if (!children) {
      children = [];
      const { codeParent } = this.#view;
      // Rows stand in the publisher's order, so a subtree is one run; nothing outside it can be a child.
      for (let at = place + 1; at < codeParent.length && this.#isBelow(at, place); at++) {
        if (codeParent[at] === place) children.push(at);
      }
      this.#children.set(place, children);
    }
    return children;
  }

  #isBelow(place: number, ancestor: number): boolean {
    let at = this.#view.codeParent[place] ?? -1;
    while (at > ancestor) at = this.#view.codeParent[at] ?? -1;
    return at === ancestor;
  }

  titleWords(place: number): ReadonlySet<number> {
    let words = this.#titles.get(place);
    if (!words) {
      const { items, start, end } = this.#view.titles;
      words = new Set(items.subarray(start(place), end(place)));
      if (this.#titles.size < mostRemembered) this.#titles.set(place, words);
    }
    return words;
  }

  /** What sets each child's title apart from its parent's and from most of its siblings'. */
  differences(parent: number, children: readonly number[]): readonly ReadonlySet<number>[] {
    return this.division(parent, children).differences;
  }

  division(parent: number, children: readonly number[]): Division {
    let division = this.#divisions.get(parent);
    if (!division) {
      division = this.#divide(parent, children);
      if (this.#divisions.size < mostRemembered) this.#divisions.set(parent, division);
    }
    return division;
  }

  #divide(parent: number, children: readonly number[]): Division {
    const common = this.titleWords(parent);
    const sets = children.map((child) => this.titleWords(child));
    const counts = new Map<number, number>();
    for (const words of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const most = children.length > 2 ? children.length * 0.6 : children.length;
    const differences = sets.map((words) => {
      const own = [...words].filter((word) => !common.has(word) && (counts.get(word) ?? 0) < most);
      return new Set(
        own.length > 0 || children.length > 1 ? own : [...words].filter((word) => !common.has(word)),
      );
    });
    const shared = new Set<number>();
    for (const [word, count] of counts) {
      if (!common.has(word) && count >= most && count < children.length) shared.add(word);
    }
    return { differences, shared };
  }

  /** The words of the titles below a code. */
  wordsBelow(place: number): ReadonlySet<number> {
    let words = this.#deeper.get(place);
    if (!words) {
      const all = new Set<number>();
      for (const child of this.children(place)) {
        // Seventh characters repeat the title above them.
        if (this.#view.edition.row(child).code.length === 8) continue;
        for (const word of this.titleWords(child)) all.add(word);
        for (const word of this.wordsBelow(child)) all.add(word);
      }
      words = all;
      if (this.#deeper.size < mostRemembered) this.#deeper.set(place, words);
    }
    return words;
  }

  /** Whether a code's title says a word, or that of a code it is part of. */
  isSaid(place: number, word: number): boolean {
    for (let at = place; at >= 0; at = this.#view.codeParent[at] ?? -1) {
      if (this.titleWords(at).has(word)) return true;
    }
    return false;
  }

  /** Whether a code's title says every word of a context that another's title says. */
  saysAll(place: number, other: number, context: ReadonlySet<number>): boolean {
    const words = this.titleWords(place);
    for (const word of this.titleWords(other)) if (context.has(word) && !words.has(word)) return false;
    return true;
  }
}
