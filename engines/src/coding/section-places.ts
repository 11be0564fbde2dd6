import type { Evidence, SectionPlace } from '../model/index.ts';
import type { Clause } from './clauses.ts';
import type { ReadDocument } from './rules/rule.ts';
import type { Section } from './sections.ts';

/** The clause a place of a document stands in, or the last one before it; clauses stand in order of the text. */
export function clauseAt(clauses: readonly Clause[], place: number): Clause | undefined {
  let [low, high] = [0, clauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return clauses[low - 1];
}

/** A section's heading as written, without the mark at its end. */
export function placeOf({ kind, heading }: Section): SectionPlace {
  return { kind, heading: heading.replace(/[:.]$/, '') };
}

/** Finds the section of a span: its kind, and its heading as written. */
export function sectionFinder(read: readonly ReadDocument[]): (span: Evidence) => SectionPlace {
  const clausesOf = new Map(read.map(({ document, clauses }) => [document.documentId, clauses]));
  return ({ documentId, start }) => {
    const section = clauseAt(clausesOf.get(documentId) ?? [], start)?.section;
    return section ? placeOf(section) : { kind: 'body', heading: '' };
  };
}
