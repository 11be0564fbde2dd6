import type { Target } from './operations.ts';
import type { Segment, Statement } from './statement.ts';

const partWords = new Set([
  'partial',
  'wedge',
  'segmental',
  'segment',
  'subtotal',
  'biopsy',
  'lesion',
  'mass',
  'portion',
  'polyp',
  'nodule',
  'tumor',
  'cyst',
  'margin',
  'limited',
]);

/**
 * Chooses among what an index entry refers to: subterms by their words, and cutting out a part (Excision) from cutting
 * out all of it (Resection). Source: guideline B3.8.
 */
export function chooseRoots(
  targets: readonly Target[],
  { keys, words }: Statement,
  { from, to }: Segment,
): readonly Target[] {
  const said = new Set(keys);
  const met = targets.filter((target) => target.keys.every((key) => said.has(key)));
  const most = Math.max(0, ...met.map((target) => target.keys.length));
  const kept = met.length > 0 ? met.filter((target) => target.keys.length === most) : undecided(targets);
  const root = ({ pattern }: Target) =>
    pattern[0]?.has('0') && pattern[2]?.size === 1 ? [...pattern[2]][0] : undefined;
  const excisions = kept.filter((target) => root(target) === 'B');
  const resections = kept.filter((target) => root(target) === 'T');
  if (excisions.length === 0 || resections.length === 0) return kept;
  const dropped = words.slice(from, to).some(({ spelled }) => partWords.has(spelled))
    ? resections
    : excisions;
  return kept.filter((target) => !dropped.includes(target));
}

/** Where no subterm is said, the entry leads to one operation or to none: `dialysis` is of two kinds. */
function undecided(targets: readonly Target[]): readonly Target[] {
  const tables = new Set(targets.map(({ written }) => written.slice(0, 3)));
  return tables.size === 1 ? targets : [];
}
