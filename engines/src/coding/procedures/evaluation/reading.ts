import type { EncounterRecord, Evidence, SourceDocument } from '../../../model/index.ts';
import { type ClauseReading, readAssertions } from '../../assertion.ts';
import { evidenceOf } from '../../candidates.ts';
import { type Clause, clausesOf } from '../../clauses.ts';
import { sectionsOf } from '../../sections.ts';

/** A sentence or list item with what is needed to count in it. */
export interface ReadClause {
  document: SourceDocument;
  clause: Clause;
  text: string;
  asserted: ClauseReading;
}

const longestDocument = 200_000;
/** Longer sentences are none; nothing is counted behind this. */
const longestClause = 2_000;

/** Every clause of the notes, reports and results of an encounter, in order. */
export function readClauses(record: EncounterRecord): ReadClause[] {
  return record.documents.flatMap((document) => {
    if (document.kind === 'problem-list') return [];
    const text = document.text.slice(0, longestDocument);
    return sectionsOf(text, document.kind).flatMap((section) =>
      clausesOf(text, section).map((clause): ReadClause => {
        const said = clause.text.slice(0, longestClause);
        return { document, clause, text: said, asserted: readAssertions(said, clause.isQuestion) };
      }),
    );
  });
}

/** The exact words of a match in a clause. */
export function spanIn({ document, clause }: ReadClause, start: number, end: number): Evidence {
  return evidenceOf(document, clause.start + start, clause.start + end);
}

/** Every match of an expression in a clause that is not denied, hypothetical or of somebody else. */
export function* matchesIn(
  read: ReadClause,
  expression: RegExp,
): Generator<{ said: string; start: number; end: number; groups: Record<string, string> }> {
  for (const match of read.text.matchAll(expression)) {
    const start = match.index;
    const end = start + match[0].length;
    const assertion = read.asserted.of(start, end);
    if (assertion === 'negated' || assertion === 'hypothetical' || assertion === 'family') continue;
    yield { said: match[0], start, end, groups: match.groups ?? {} };
  }
}
