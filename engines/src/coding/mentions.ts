import type { Assertion, CodeBook, TermMatch } from '../model/index.ts';
import { readAssertions } from './assertion.ts';
import type { Clause } from './clauses.ts';
import { headMentions } from './heads.ts';

/** A term of the code set that a clause says, and how the clause means it. */
export interface Mention {
  clause: Clause;
  /** UTF-16 offsets in the document. */
  start: number;
  end: number;
  /** As the index gives it, perhaps not yet billable. */
  code: string;
  assertion: Assertion;
  /** What the mention explains of its clause, comparable within the document. */
  weight: number;
  path: string[];
  /** The words that belong to this mention and not to its neighbours: side, stage, phase of care. */
  context: string;
  manifestation?: string;
}

/** Of overlapping terms the one that explains most, the longer name before its parts. */
function widest(matches: readonly TermMatch[]): TermMatch[] {
  const ranked = [...matches].sort((a, b) => b.weight - a.weight || a.end - a.start - (b.end - b.start));
  const chosen: TermMatch[] = [];
  for (const match of ranked) {
    if (chosen.some((other) => match.start < other.end && other.start < match.end)) continue;
    chosen.push(match);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** Sections whose list items and short lines are read as names of diagnoses. */
const namesDiagnoses: ReadonlySet<string> = new Set(['assessment', 'impression', 'plan']);

/** Every mention of a clause, in the order of the text. */
export function mentionsOf(clause: Clause, book: CodeBook, accept: (match: TermMatch) => boolean): Mention[] {
  const matches = book.findTerms(clause.text).filter(accept);
  if (clause.isHead && namesDiagnoses.has(clause.section.kind)) {
    const heads = headMentions(clause, book, matches);
    if (heads.length > 0) return heads;
  }
  if (matches.length === 0) return [];
  const reading = readAssertions(clause.text, clause.isQuestion);
  const chosen = widest(matches);
  return chosen.map(({ start, end, code, weight, path, manifestation }, at) => ({
    context: clause.text.slice(chosen[at - 1]?.end ?? 0, chosen[at + 1]?.start ?? clause.text.length),
    clause,
    start: clause.start + start,
    end: clause.start + end,
    code,
    assertion: reading.of(start, end),
    weight,
    path: [path],
    ...(manifestation && { manifestation }),
  }));
}
