import type {
  CodeBook,
  DocumentKind,
  EncounterRecord,
  QueryProposal,
  Setting,
  SourceDocument,
  Suggestion,
  TermMatch,
} from '../model/index.ts';
import { type Candidate, candidateOf, mergeByCode } from './candidates.ts';
import { clausesOf } from './clauses.ts';
import { generalTerms } from './general-terms.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { present } from './present.ts';
import { proposeQueries } from './queries/propose.ts';
import { rememberingBook } from './remembering-book.ts';
import { applyRules } from './rules/apply.ts';
import type { ReadDocument } from './rules/rule.ts';
import { type SectionKind, sectionsOf } from './sections.ts';

export interface CodingResult {
  suggestions: Suggestion[];
  queries: QueryProposal[];
}

/** Longer documents are read to here; the rest of a note this long is not a note. */
const longestDocument = 2_000_000;
/** Nobody assesses more than this; further lines are read as running text, which costs less. */
const mostHeads = 400;

/** Sections that state what was found out about the patient at this visit. */
const conclusions: ReadonlySet<SectionKind> = new Set(['assessment', 'impression']);
/** Sections read for mentions at all; the others only feed rules. */
const readable: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'assessment',
  'impression',
  'plan',
  'body',
  'present-illness',
  'complaint',
  'results',
  'past-history',
  'social-history',
  'procedure',
  'exam',
]);

/** Splits a document and finds the terms of the code set in it. */
function readDocument(document: SourceDocument, book: CodeBook): ReadDocument {
  const text =
    document.text.length > longestDocument ? document.text.slice(0, longestDocument) : document.text;
  const clauses = sectionsOf(text, document.kind).flatMap((section) => clausesOf(text, section));
  let heads = 0;
  const mentions = clauses.flatMap((clause) => {
    if (!readable.has(clause.section.kind)) return [];
    if (clause.isHead) heads++;
    const read = heads > mostHeads ? { ...clause, isHead: false } : clause;
    return mentionsOf(read, book, (match) => mayBeDiagnosis(match, clause.text));
  });
  return { document, clauses, mentions };
}

/** How an injury happened is told by another kind of code, and a word that says little names no diagnosis. */
function mayBeDiagnosis({ code, weight, start, end }: TermMatch, text: string): boolean {
  if (/^[V-Y]/.test(code) || weight <= 0.25) return false;
  return !generalTerms.has(text.slice(start, end).toLowerCase());
}

/**
 * Suggests codes for one encounter, with the spans they stand on, and the questions the record raises.
 * The same record and code book always give the same answer.
 */
export function codeRecord(codes: CodeBook, record: EncounterRecord): CodingResult {
  const book = rememberingBook(codes);
  const read = record.documents.map((document) => readDocument(document, book));
  const concluded = collect(read, record.setting, book, true);
  // `Assessment: as above` concludes nothing; the diagnoses then stand in the history.
  const candidates = concluded.length > 0 ? concluded : collect(read, record.setting, book, false);
  const settled = applyRules(mergeByCode(candidates), { book, read, record });
  return { suggestions: present(settled, book), queries: proposeQueries(settled, { book, read, record }) };
}

function collect(
  read: readonly ReadDocument[],
  setting: Setting,
  book: CodeBook,
  concluding: boolean,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { document, mentions } of read) {
    for (const mention of mentions) {
      if (!isCodable(mention, document.kind, setting, concluding)) continue;
      const candidate = candidateOf(mention, document, book, candidates.length);
      if (candidate) candidates.push(candidate);
    }
  }
  return candidates;
}

/** Uncertain diagnoses of a discharge are coded as if they existed (II.H); outpatient ones are not (IV.H). */
function isCodable(mention: Mention, kind: DocumentKind, setting: Setting, concluding: boolean): boolean {
  const { section, isHead, isDetail } = mention.clause;
  const allowed =
    mention.assertion === 'present' || (setting === 'inpatient' && mention.assertion === 'uncertain');
  if (!allowed) return false;
  // Reasons for contact and statuses are named in lists; in running text their words mean other things.
  if (!isHead && /^Z/.test(mention.code)) return false;
  if (conclusions.has(section.kind)) return !isDetail;
  if (section.kind === 'plan') return isHead;
  // A value or a picture is coded only through what someone concludes from it.
  if (concluding || kind === 'result' || kind === 'report') return false;
  return (
    section.kind === 'body' ||
    section.kind === 'present-illness' ||
    section.kind === 'results' ||
    section.kind === 'complaint'
  );
}
