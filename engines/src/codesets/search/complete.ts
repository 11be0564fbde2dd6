import type { CompletedCode } from '../../model/index.ts';
import type { CodeTree } from './code-tree.ts';
import type { IndexView } from './index-view.ts';

/** A leaf chosen below a code, by place. */
export interface Leaf {
  place: number;
  steps: string[];
  missing: string[];
}

interface Choice {
  place: number;
  /** Context words that speak for this child. */
  matched: number;
  score: number;
}

/** How far a 7th character is the one to take where nothing is said. */
const sevenths: Record<string, number> = { A: 0.8, '0': 0.6, D: 1.2 };

/** Codes whose axis is kept: the often used part of the tree. */
const mostRemembered = 20_000;
/** Levels that a default code may be left upwards: encounter, side, site, kind. */
const mostSteps = 4;

/** Brings codes down to billable leaves by the words of a context. */
export class Completer {
  readonly #view: IndexView;
  readonly #tree: CodeTree;
  readonly #unspecified: number;
  readonly #displaced: number;
  readonly #sides: Set<number>;
  readonly #bilateral: number;
  /** Either side, where both are affected and no code says both: the one listed first. */
  readonly #either: readonly [side: number, worth: number][];
  /** What the 7th character of a first visit says. */
  readonly #first: Set<number>;
  readonly #axes = new Map<number, string>();

  constructor(view: IndexView, tree: CodeTree) {
    this.#view = view;
    this.#tree = tree;
    const number = (word: string) => view.numberOf.get(view.lexicon.key(word)) ?? -1;
    this.#unspecified = number('unspecified');
    this.#displaced = number('displaced');
    this.#sides = new Set(['right', 'left', 'bilateral'].map(number));
    this.#bilateral = number('bilateral');
    this.#either = [
      [number('right'), 2.1],
      [number('left'), 2],
    ];
    this.#first = new Set(['initial', 'encounter'].map(number));
  }

  #choose(parent: number, context: ReadonlySet<number>, ahead: boolean): Choice | undefined {
    const children = this.#tree.children(parent);
    const { differences, shared } = this.#tree.division(parent, children);
    const deeper = ahead ? this.#saidDeeper(children, context) : undefined;
    const both = !ahead && context.has(this.#bilateral) && !children.some((child) => this.#saysBoth(child));
    let best: Choice | undefined;
    for (const [at, child] of children.entries()) {
      const choice = this.#judge(child, differences[at] ?? new Set(), context);
      // One code for each side (Official Guidelines I.B.13); a note gets both, a search begins with one.
      if (both)
        for (const [side, worth] of this.#either) {
          if (differences[at]?.has(side)) choice.score += worth + (this.#view.weight[side] ?? 0);
        }
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

  #saysBoth(place: number): boolean {
    return this.#tree.titleWords(place).has(this.#bilateral);
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
    if (difference.has(this.#view.numberOf.get(this.#view.lexicon.key('uncomplicated')) ?? -2)) score += 0.5;
    // A fracture is displaced unless the record says not: Official Guidelines, I.C.19.c.
    if (difference.has(this.#displaced)) score += 0.5;
    // Of subsequent encounters the one with routine healing.
    if (code.length === 8) score += sevenths[code.charAt(7)] ?? 0;
    else if (code.endsWith('9')) score += 0.3;
    else if (code.endsWith('0')) score += 0.1;
    return score;
  }

  #axis(parent: number): string {
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

  /** What has to be chosen below a code before it can be billed, and what a code that can be leaves unspecified. */
  openAxes(place: number): string[] {
    const { place: leaf, missing } = this.descend(place, new Set());
    return [...new Set([...missing, ...this.#unspecifiedAxes(leaf)])];
  }

  /** Side, stage or trimester, where a code stands for not knowing it: `unspecified ear`. */
  #unspecifiedAxes(place: number): string[] {
    const axes: string[] = [];
    for (let at = place; ; ) {
      const parent = this.#view.codeParent[at] ?? -1;
      if (parent < 0) return axes;
      const siblings = this.#tree.children(parent);
      const axis = this.#axis(parent);
      const differs = this.#tree.differences(parent, siblings)[siblings.indexOf(at)];
      // `Unspecified` does not set a code apart where the one above it says so too.
      const isOpen = differs?.size === 0 || differs?.has(this.#unspecified) === true;
      if (isOpen && /laterality|stage|trimester/.test(axis)) axes.push(axis);
      at = parent;
    }
  }

  /** Goes down from a code until it can be billed; `ahead` looks at what the words name further down. */
  descend(place: number, context: ReadonlySet<number>, ahead = false): Leaf & { matched: number } {
    const steps: string[] = [];
    const missing: string[] = [];
    let matched = 0;
    let at = place;
    while (!this.#view.codeBillable[at]) {
      const choice = this.#choose(at, context, ahead);
      if (!choice) break;
      const { code, title } = this.#view.edition.row(choice.place);
      if (choice.matched > 0) steps.push(`${code}: ${title}`);
      else {
        const axis = this.#axis(at);
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
    if (!ahead && open.has(this.#bilateral)) for (const [side] of this.#either) open.add(side);
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
