import type { SourceDocument } from '../../../model/index.ts';
import { type Clause, clausesOf } from '../../clauses.ts';
import { type Section, sectionsOf } from '../../sections.ts';

/** A clause that may name procedures, and how it has to be read. */
export interface ProcedureStatement {
  document: SourceDocument;
  clause: Clause;
  /** A list of procedures or the head of an operative report; otherwise running text. */
  isList: boolean;
  /** What stands around it and may tell side or approach: the title, the indication, the heading. */
  context: string;
}

/** How an operation went is part of it: the steps to the place and back are not coded. Source: guideline B3.1b. */
const details =
  /^(?:(?:detailed )?(?:description|narrative|details?|technique|course)\b|(?:procedure|operative|operation) (?:in detail|details?|description|technique|note|findings?)|findings?\b|(?:operative|surgical) technique)/i;
/** Lines of an operative report that name no operation. */
const labelled =
  /^(?:anesthe\w+|estimated blood loss|ebl|complications?|specimens?|drains?|implants?|surgeons?|assistants?|condition|disposition|indications?|counts?|fluids?|consent|pre-?\s?op\w*|post-?\s?op\w*|date|time|attending)\b[^:]{0,30}:/i;
const course = /\bcourse\b/i;
/** Sections whose sentences may tell what was done in this stay. */
const telling: ReadonlySet<string> = new Set(['plan', 'body', 'assessment', 'impression', 'results']);

const longestContext = 600;

/** The clauses of a document that may name procedures of this stay. */
export function* statementsOf(document: SourceDocument): Generator<ProcedureStatement> {
  if (document.kind === 'problem-list') return;
  const { text } = document;
  const sections = sectionsOf(text, document.kind);
  const isReport = sections.some(isProcedureList);
  const around = [
    document.title ?? '',
    ...sections.filter(({ kind }) => kind === 'indication').map(({ start, end }) => text.slice(start, end)),
  ].join('\n');
  for (const section of sections) {
    const isList = isProcedureList(section);
    // Beside a list of procedures, running text only repeats it, but for the course of the stay.
    if (!isList && (!telling.has(section.kind) || (isReport && !course.test(section.heading)))) continue;
    for (const clause of clausesOf(text, section)) {
      if (isList && details.test(clause.text)) break;
      if (labelled.test(clause.text)) continue;
      yield { document, clause, isList, context: around.slice(0, longestContext) };
    }
  }
}

/** Headings of therapy and infusion are of the same kind, but what stands below them is told, not listed. */
const listing = /proc|operat|surg/i;

function isProcedureList({ kind, heading }: Section): boolean {
  return kind === 'procedure' && listing.test(heading) && !details.test(heading);
}
