import type { IndexTerm } from '../../model/index.ts';
import { foldSpelling } from './fold.ts';
import type { Lexicon } from './lexicon.ts';

/** A term of the index with what stands below it. */
export interface IndexNode {
  place: number;
  term: IndexTerm;
  children: IndexNode[];
  /** The words of its own level, once they were asked for. */
  keys?: readonly string[];
  /** Of a main term: the spellings it lists, `tendinitis` and `tendonitis`, once they were asked for. */
  forms?: readonly string[];
}

/** A term that a reference names, and the levels passed on the way by an open choice (`by type`). */
export interface Named {
  node: IndexNode;
  through: IndexNode[];
}

/** The alphabetical index as a tree, in which references are looked up by their words. */
export class IndexTree {
  readonly #roots = new Map<string, IndexNode[]>();
  readonly nodes: IndexNode[] = [];
  readonly #lexicon: Lexicon;
  readonly #resolved = new Map<string, Named[]>();
  #resolving = '';

  constructor(terms: readonly IndexTerm[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    let open: IndexNode[] = [];
    for (const [place, term] of terms.entries()) {
      if (term.kind !== 'index') continue;
      const { path } = term;
      const depth = path.length - 1;
      // A level that only divides has no code and so no term of its own, but others stand below it.
      let shared = 0;
      while (shared < depth && open[shared]?.term.path.at(-1) === path[shared]) shared++;
      open = open.slice(0, shared);
      for (let level = shared; level < depth; level++) {
        const above: IndexTerm = { kind: 'index', path: path.slice(0, level + 1), nonessential: [] };
        open.push(this.#addNode({ place: -1, term: above, children: [] }, open.at(-1)));
      }
      const node: IndexNode = { place, term, children: [] };
      this.nodes.push(node);
      open.push(this.#addNode(node, open.at(-1)));
    }
  }

  #addNode(node: IndexNode, parent: IndexNode | undefined): IndexNode {
    if (parent) parent.children.push(node);
    else for (const key of this.keysOf(node).slice(0, 3)) this.#addRoot(key, node);
    return node;
  }

  #addRoot(key: string, node: IndexNode): void {
    const sharing = this.#roots.get(key);
    if (sharing) sharing.push(node);
    else this.#roots.set(key, [node]);
  }

  keysOf(node: IndexNode): readonly string[] {
    node.keys ??= this.#keysOfText(node.term.path.at(-1) ?? '');
    return node.keys;
  }

  /** The nodes a reference names: `Diabetes, by type, with hyperglycemia` names one under each type. */
  resolve(see: string): readonly Named[] {
    // Of three references two say what another one says.
    let named = this.#resolved.get(see);
    if (!named) {
      this.#resolving = see;
      named = this.#resolveAnew(see);
      this.#resolved.set(see, named);
    }
    return named;
  }

  #resolveAnew(see: string): Named[] {
    const [first = '', ...rest] = see.split(',').map((part) => part.trim());
    const steps = rest.map((part) => (/^by\b/i.test(part) ? 'any' : this.#keysOfText(part)));
    // Of several main terms (`Fracture, pathological`, `Fracture, traumatic`) the one that has what is named, and no more.
    let best: Named[] = [];
    let least = Number.POSITIVE_INFINITY;
    let rank = 0;
    for (const { root, below, likeness } of this.#rootsNamed(first)) {
      if (best.length > 0 && likeness < rank) break;
      const found = this.#resolveBelow(root, below ? [below, ...steps] : steps);
      const more = found[0] ? this.#wordsOn(found[0].node) : 0;
      if (found.length === 0 || more >= least) continue;
      [best, least, rank] = [found, more, likeness];
    }
    return best;
  }

  /**
   * The main terms that a name may mean, likeliest first: spelled so, `Otitis media` as `media` under `Otitis`,
   * then those that have its words among others.
   */
  #rootsNamed(name: string): { root: IndexNode; likeness: number; below?: string[] }[] {
    const wanted = this.#keysOfText(name);
    const spelled = foldSpelling(name);
    const roots = (this.#roots.get(wanted[0] ?? '') ?? [])
      .filter((root) => wanted.every((key) => this.keysOf(root).includes(key)))
      .map((root) => ({ root, likeness: likeness(root, spelled) }))
      .sort((a, b) => b.likeness - a.likeness);
    // Grouped words make several main terms answer to one name; the one spelled so comes first.
    const alike = roots.filter((one) => one.likeness > 0);
    if (alike.length > 0 || wanted.length < 2) return roots;
    const main = foldSpelling(name.split(' ')[0] ?? '');
    const divided = (this.#roots.get(wanted[0] ?? '') ?? []).filter((root) => likeness(root, main) > 0);
    return [...divided.map((root) => ({ root, likeness: 1, below: wanted.slice(1) })), ...roots];
  }

  /** How many words a term's path has. */
  #wordsOn(node: IndexNode): number {
    return node.term.path.reduce((sum, level) => sum + this.#keysOfText(level).length, 0);
  }

  /** Follows the words of each step downwards; `any` (`by type`) stays or goes to any term below. */
  #resolveBelow(root: IndexNode, steps: readonly (string[] | 'any')[]): Named[] {
    let found: Named[] = [{ node: root, through: [] }];
    for (const step of steps) {
      if (step === 'any') {
        found = found.flatMap(({ node, through }) => [
          { node, through },
          ...node.children.map((child) => ({ node: child, through: [...through, child] })),
        ]);
      } else if (step.length > 0) {
        found = found.flatMap(({ node, through }) => {
          const next = this.#descend(node, step);
          return next ? [{ node: next, through }] : [];
        });
      }
    }
    return found;
  }

  #keysOfText(text: string): string[] {
    // `Complication(s)`, `ossicle(s)`
    return this.#lexicon.words(text.replaceAll('(s)', '')).map((word) => word.key);
  }

  #best(nodes: readonly IndexNode[], wanted: string[]): IndexNode | undefined {
    let best: IndexNode | undefined;
    let bestScore = 0;
    for (const node of nodes) {
      // `Contusion, chest: see Contusion, thorax` is not what it refers to, though chest and thorax mean the same.
      if (node.term.see === this.#resolving) continue;
      const keys = this.keysOf(node);
      const shared = wanted.filter((key) => keys.includes(key)).length;
      if (shared < wanted.length) continue;
      const score = shared / (keys.length + 1) + (keys[0] === wanted[0] ? 1 : 0);
      if (score > bestScore) [best, bestScore] = [node, score];
    }
    return best;
  }

  /** The child of these words, looking through levels that say only `with`, `due to`, `in`. */
  #descend(node: IndexNode, keys: string[]): IndexNode | undefined {
    const direct = this.#best(node.children, keys);
    if (direct) return direct;
    for (const child of node.children) {
      if (this.keysOf(child).length > 0) continue;
      const below = this.#best(child.children, keys);
      if (below) return below;
    }
    // `Upper limb` stands as `upper` under `limb`.
    for (const child of node.children) {
      const own = this.keysOf(child);
      if (own.length === 0 || own.length >= keys.length || !own.every((key) => keys.includes(key))) continue;
      const below = this.#descend(
        child,
        keys.filter((key) => !own.includes(key)),
      );
      if (below) return below;
    }
    return undefined;
  }
}

/** How nearly a main term is spelled as a reference spells it: 2 the same, 1 among its forms, 0 otherwise. */
function likeness(node: IndexNode, spelled: string): number {
  node.forms ??= (node.term.path[0] ?? '').split(',').map((form) => foldSpelling(form.trim()));
  if (node.forms[0] === spelled) return 2;
  return node.forms.includes(spelled) ? 1 : 0;
}
