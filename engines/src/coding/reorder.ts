import type { CodeBook } from '../model/index.ts';
import { sequenced } from './present.ts';

/** Longer lists stay as they are; nobody decides on this many codes of one visit. */
const mostReordered = 80;

/**
 * Suggestions in another order, as far as the rules of sequence let them: what the tabular list wants coded
 * first stays before what says so, and the first-listed proposal keeps its place, with all that stands before
 * it (guidelines I.A.13, II, IV.G). The same suggestions come out, untouched.
 */
export function reorder<Suggested extends { code: string; primary: boolean }>(
  current: readonly Suggested[],
  wanted: readonly Suggested[],
  book: CodeBook,
): Suggested[] {
  const lead = current.findIndex(({ primary }) => primary) + 1;
  if (current.length > mostReordered) return [...current];
  const kept = current.slice(0, lead);
  const rest = new Set(current.slice(lead));
  const movable = wanted.filter((suggestion) => rest.delete(suggestion));
  return [...kept, ...sequenced([...movable, ...rest], book)];
}
