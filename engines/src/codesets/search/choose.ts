import type { CodeTree } from './code-tree.ts';
import type { IndexView } from './index-view.ts';

/** A child of a code, and what speaks for it. */
interface Choice {
  place: number;
  /** Context words that speak for this child. */
  matched: number;
  score: number;
}

/** How far a 7th character is the one to take where nothing is said. */
const sevenths: Record<string, number> = { A: 0.8, '0': 0.6, D: 1.2 };

/** Chooses among the children of a code the one that a context means, or the one to take where it says nothing. */
export class Chooser {
  readonly #view: IndexView;
  readonly #tree: CodeTree;
  readonly #unspecified: number;
  readonly #displaced: number;
  readonly #uncomplicated: number;

  constructor(view: IndexView, tree: CodeTree) {
    this.#view = view;
    this.#tree = tree;
    const number = (word: string) => view.numberOf.get(view.lexicon.key(word)) ?? -1;
    this.#unspecified = number('unspecified');
    this.#displaced = number('displaced');
    this.#uncomplicated = number('uncomplicated');
  }

  /** `ahead` looks at what the words name further down; it is for one code of a note, and not the many of a search. */
  choose(parent: number, context: ReadonlySet<number>, ahead: boolean): Choice | undefined {
    const children = this.#tree.children(parent);
    const { differences, shared } = this.#tree.division(parent, children);
    const deeper = ahead ? this.#saidDeeper(children, context) : undefined;
    let best: Choice | undefined;
    for (const [at, child] of children.entries()) {
      const choice = this.#judge(child, differences[at] ?? new Set(), context);
      for (const word of deeper?.get(child) ?? []) {
        choice.matched++;
        choice.score += 1 + (this.#view.weight[word] ?? 0);
      }
      // `Subsequent` is said of every encounter but the initial ones.
      for (const word of shared) {
        if (!context.has(word)) continue;
        if (this.#tree.titleWords(child).has(word)) choice.matched++;
        else choice.score -= 2;
      }
      if (!best || choice.score > best.score) best = choice;
    }
    return best;
  }

  /**
   * Words of the context that stand only further down, below one of the children: `stage 3a` below stage 3,
   * `with agitation` below behavioral disturbance.
   */
  #saidDeeper(children: readonly number[], context: ReadonlySet<number>): Map<number, number[]> {
    const found = new Map<number, number[]>();
    if (context.size === 0 || children.every((child) => this.#view.codeBillable[child])) return found;
    const owners = new Map<number, number>();
    for (const child of children) {
      for (const word of this.#tree.wordsBelow(child)) {
        if (context.has(word)) owners.set(word, owners.has(word) ? -1 : child);
      }
    }
    for (const [word, child] of owners) {
      if (child < 0 || children.some((sibling) => this.#tree.titleWords(sibling).has(word))) continue;
      found.set(child, [...(found.get(child) ?? []), word]);
    }
    return found;
  }

  #judge(place: number, difference: ReadonlySet<number>, context: ReadonlySet<number>): Choice {
    const { weight, words, edition } = this.#view;
    let matched = 0;
    let score = this.#defaultScore(edition.row(place).code, difference);
    for (const word of difference) {
      const own = weight[word] ?? 0;
      if (context.has(word)) {
        matched++;
        score += 2 + own * 2;
      } else if (word !== this.#unspecified && !(words[word] ?? '').startsWith('!')) score -= own;
    }
    // `Subluxation and dislocation` divides into words the parent has already.
    for (const word of this.#tree.titleWords(place)) if (context.has(word)) score += 0.3;
    return { place, matched, score };
  }

  /** How far a child is the one to take when the record says nothing: unspecified, without, initial encounter. */
  #defaultScore(code: string, difference: ReadonlySet<number>): number {
    const { words } = this.#view;
    let score = 0;
    if (difference.has(this.#unspecified)) score += 0.9;
    if ([...difference].some((word) => (words[word] ?? '').startsWith('!'))) score += 1.2;
    if (difference.has(this.#uncomplicated)) score += 0.5;
    // A fracture is displaced unless the record says not: Official Guidelines, I.C.19.c.
    if (difference.has(this.#displaced)) score += 0.5;
    // Of subsequent encounters the one with routine healing.
    if (code.length === 8) score += sevenths[code.charAt(7)] ?? 0;
    else if (code.endsWith('9')) score += 0.3;
    else if (code.endsWith('0')) score += 0.1;
    return score;
  }
}
