import type { IndexTerm } from '../../model/index.ts';
import { type IndexNode, IndexTree } from './index-tree.ts';
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

/** The largest part of the index that an alias may stand for; `see Neoplasm` would copy half the book. */
const largestSubtree = 150;
const largestTotal = 200_000;

/** Places that name no term: `see condition`, `see Table of Drugs`, `see Neoplasm, by site`. */
function leadsNowhere(see: string): boolean {
  return /^(?:condition|table of|neoplasm|tumor|specified|at site|code to)|by (?:site|type of)$/i.test(
    see.trim(),
  );
}

/** What stands below a term, without what the alias divides itself; undefined when it is too much. */
function subtree(
  node: IndexNode,
  limit: number,
  isOwn: (child: IndexNode) => boolean,
): IndexNode[] | undefined {
  const all: IndexNode[] = [];
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
function targetOf(tree: IndexTree, node: IndexNode): IndexNode {
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
