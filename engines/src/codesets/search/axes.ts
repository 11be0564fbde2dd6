import type { CodeTree } from './code-tree.ts';
import type { IndexView } from './index-view.ts';

/** Codes whose axis is kept: the often used part of the tree. */
const mostRemembered = 20_000;
/** Names what the children of a code are told apart by: side, stage, trimester, 7th character. */
export class Axes {
  readonly #view: IndexView;
  readonly #tree: CodeTree;
  readonly #unspecified: number;
  readonly #sides: ReadonlySet<number>;
  readonly #axes = new Map<number, string>();

  constructor(view: IndexView, tree: CodeTree) {
    this.#view = view;
    this.#tree = tree;
    const number = (word: string) => view.numberOf.get(view.lexicon.key(word)) ?? -1;
    this.#unspecified = number('unspecified');
    this.#sides = new Set(['right', 'left', 'bilateral'].map(number));
  }

  nameOf(parent: number): string {
    let axis = this.#axes.get(parent);
    if (axis === undefined) {
      axis = this.#nameAxis(parent);
      if (this.#axes.size < mostRemembered) this.#axes.set(parent, axis);
    }
    return axis;
  }

  #nameAxis(parent: number): string {
    const children = this.#tree.children(parent);
    if (children.some((child) => this.#view.edition.row(child).code.length === 8)) return '7th character';
    const words = children.flatMap((child) => [...this.#tree.titleWords(child)]);
    if (words.some((word) => this.#sides.has(word))) return 'laterality';
    if (words.some((word) => this.#view.words[word] === 'stage')) return 'stage';
    if (words.some((word) => this.#view.words[word] === 'trimester')) return 'trimester';
    return 'more detail';
  }

  /** Side, stage or trimester, where a code stands for not knowing it: `unspecified ear`. */
  unspecifiedAt(place: number): string[] {
    const axes: string[] = [];
    for (let at = place; ; ) {
      const parent = this.#view.codeParent[at] ?? -1;
      if (parent < 0) return axes;
      const siblings = this.#tree.children(parent);
      const axis = this.nameOf(parent);
      const differs = this.#tree.differences(parent, siblings)[siblings.indexOf(at)];
      // `Unspecified` does not set a code apart where the one above it says so too.
      const isOpen = differs?.size === 0 || differs?.has(this.#unspecified) === true;
      if (isOpen && /laterality|stage|trimester/.test(axis)) axes.push(axis);
      at = parent;
    }
  }
}
