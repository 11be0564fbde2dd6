import type { IndexTerm } from '../../model/index.ts';
import { foldSpelling } from './fold.ts';
import type { Lexicon } from './lexicon.ts';

/** A `see` reference followed: the words of the alias lead to another term's code. */
export interface FollowedReference {
  /** The path to index: the alias, then what stands below its target. */
  path: string[];
  nonessential: string[];
  code: string;
  manifestation?: string;
  /** The place of the alias among the terms. */
  from: number;
  /** The place of the target among the terms. */
  to: number;
}

interface Node {
  place: number;
  term: IndexTerm;
  children: Node[];
  /** The words of its own level, once they were asked for. */
  keys?: readonly string[];
  /** Of a main term: the spellings it lists, `tendinitis` and `tendonitis`, once they were asked for. */
  forms?: readonly string[];
}

/** A term that a reference names, and the levels passed on the way by an open choice (`by type`). */
interface Named {
  node: Node;
  through: Node[];
}

/** The largest part of the index that an alias may stand for; `see Neoplasm` would copy half the book. */
const largestSubtree = 150;
const largestTotal = 200_000;

/** Places that name no term: `see condition`, `see Table of Drugs`, `see Neoplasm, by site`. */
function leadsNowhere(see: string): boolean {
  return /^(?:condition|table of|neoplasm|tumor|specified|at site|code to)|by (?:site|type of)$/i.test(
    see.trim(),
  );
}

class IndexTree {
  readonly #roots = new Map<string, Node[]>();
  readonly nodes: Node[] = [];
  readonly #lexicon: Lexicon;
  readonly #resolved = new Map<string, Named[]>();
  #resolving = '';

  constructor(terms: readonly IndexTerm[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    let open: Node[] = [];
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
      const node: Node = { place, term, children: [] };
      this.nodes.push(node);
      open.push(this.#addNode(node, open.at(-1)));
    }
  }

  #addNode(node: Node, parent: Node | undefined): Node {
    if (parent) parent.children.push(node);
    else for (const key of this.keysOf(node).slice(0, 3)) this.#addRoot(key, node);
    return node;
  }

  #addRoot(key: string, node: Node): void {
    const sharing = this.#roots.get(key);
    if (sharing) sharing.push(node);
    else this.#roots.set(key, [node]);
  }

  keysOf(node: Node): readonly string[] {
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
  #rootsNamed(name: string): { root: Node; likeness: number; below?: string[] }[] {
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
  #wordsOn(node: Node): number {
    return node.term.path.reduce((sum, level) => sum + this.#keysOfText(level).length, 0);
  }

  /** Follows the words of each step downwards; `any` (`by type`) stays or goes to any term below. */
  #resolveBelow(root: Node, steps: readonly (string[] | 'any')[]): Named[] {
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

  #best(nodes: readonly Node[], wanted: string[]): Node | undefined {
    let best: Node | undefined;
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
  #descend(node: Node, keys: string[]): Node | undefined {
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
function likeness(node: Node, spelled: string): number {
  node.forms ??= (node.term.path[0] ?? '').split(',').map((form) => foldSpelling(form.trim()));
  if (node.forms[0] === spelled) return 2;
  return node.forms.includes(spelled) ? 1 : 0;
}

/** What stands below a term, without what the alias divides itself; undefined when it is too much. */
function subtree(node: Node, limit: number, isOwn: (child: Node) => boolean): Node[] | undefined {
  const all: Node[] = [];
  const open = node.children.filter((child) => !isOwn(child));
  for (let next = open.pop(); next; next = open.pop()) {
    all.push(next);
    if (all.length > limit) return undefined;
    open.push(...next.children);
  }
  return all;
}

/** Follows every `see` (and `see also` of terms without a code) so that an alias finds what its target finds. */
export function* followReferences(
  terms: readonly IndexTerm[],
  lexicon: Lexicon,
): Generator<FollowedReference> {
  const tree = new IndexTree(terms, lexicon);
  let followed = 0;
  for (const alias of tree.nodes) {
    const { term } = alias;
    const see = term.see ?? (term.code === undefined ? term.seeAlso : undefined);
    if (!see || leadsNowhere(see) || followed > largestTotal) continue;
    for (const { node: found, through } of tree.resolve(see)) {
      const node = targetOf(tree, found);
      const between = through.map((step) => step.term.path.at(-1) ?? '');
      const said = new Set(tree.keysOf(alias));
      const own = new Set(alias.children.map((child) => tree.keysOf(child).join(' ')));
      const below = subtree(node, largestSubtree, (child) => own.has(tree.keysOf(child).join(' ')));
      const nodes = [node, ...(below ?? [])];
      // `Pain, foot: see Pain, limb, lower` means the foot that stands below the lower limb.
      const named = nodes.some((below) => below !== node && saysOnly(tree.keysOf(below), said));
      for (const target of nodes) {
        if (target.term.code === undefined || (named && target === node)) continue;
        followed++;
        yield {
          path: [...term.path, ...between, ...target.term.path.slice(node.term.path.length)],
          nonessential: [...term.nonessential, ...node.term.path, ...target.term.nonessential],
          code: target.term.code,
          ...(target.term.manifestation && { manifestation: target.term.manifestation }),
          from: alias.place,
          to: target.place,
        };
      }
    }
  }
}

function saysOnly(keys: readonly string[], said: ReadonlySet<string>): boolean {
  return keys.length > 0 && keys.every((key) => said.has(key));
}

/** A reference may lead to a reference; two steps are enough for the printed index. */
function targetOf(tree: IndexTree, node: Node): Node {
  let target = node;
  for (let step = 0; step < 2; step++) {
    const see = target.term.code === undefined ? target.term.see : undefined;
    if (!see || leadsNowhere(see)) break;
    const next = tree.resolve(see)[0]?.node;
    if (!next || next === target) break;
    target = next;
  }
  return target;
}
