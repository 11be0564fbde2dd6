import type {
  CodeBook,
  EncounterRecord,
  NotCoded,
  QueryProposal,
  RuleFiring,
  Setting,
  SourceDocument,
  Suggestion,
  TermMatch,
} from '../model/index.ts';
import { type Candidate, candidateOf, mergeByCode } from './candidates.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { isCodable } from './codable.ts';
import { generalTerms, isEverydayWord, namesNothing } from './general-terms.ts';
import { type PhraseReader, withRemembered } from './learning/remembered.ts';
import { mentionsOf } from './mentions.ts';
import { namesIn } from './names.ts';
import { notCoded } from './not-coded.ts';
import { present, type SettledCase } from './present.ts';
import { proposeQueries } from './queries/propose.ts';
import { rememberingBook } from './remembering-book.ts';
import { applyRules } from './rules/apply.ts';
import type { ReadDocument } from './rules/rule.ts';
import { type SectionKind, sectionsOf } from './sections.ts';

export interface CodingResult {
  suggestions: Suggestion[];
  queries: QueryProposal[];
  /** Everything that coding rules did, in order: what they left out is told here only. */
  firings: RuleFiring[];
  /** What the record names and does not mean as a diagnosis of this visit. */
  notCoded: NotCoded[];
}

/** Longer documents are read to here; the rest of a note this long is not a note. */
const longestDocument = 2_000_000;
/** Nobody assesses more than this; further lines are read as running text, which costs less. */
const mostHeads = 400;

/** Sections read for mentions at all; the others only feed rules. */
const readable: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'assessment',
  'impression',
  'plan',
  'body',
  'present-illness',
  'complaint',
  'indication',
  'results',
  'past-history',
  'problem-list',
  'social-history',
  'procedure',
  'exam',
]);

/** Splits a document and finds the terms of the code set in it. */
function readDocument(document: SourceDocument, book: CodeBook, phrases?: PhraseReader): ReadDocument {
  const text =
    document.text.length > longestDocument ? document.text.slice(0, longestDocument) : document.text;
  const clauses = sectionsOf(text, document.kind).flatMap((section) => clausesOf(text, section));
  // Initials at the end are a signature, and none of the diseases that share them.
  if (document.kind === 'addendum' && /^[A-Z]{2}$/.test(clauses.at(-1)?.text ?? '')) clauses.pop();
  const names = namesIn(text);
  let heads = 0;
  const mentions = clauses.flatMap((clause, at) => {
    if (!readable.has(clause.section.kind)) return [];
    if (clause.isHead) heads++;
    const read = heads > mostHeads ? { ...clause, isHead: false } : clause;
    const before = allergyBefore(clause, clauses[at - 1]);
    const found = mentionsOf(
      read,
      book,
      (match) => mayBeDiagnosis(match, clause) && !names.has(clause.text.slice(match.start, match.end)),
    );
    return withRemembered(found, phrases?.(read, found, book) ?? []).filter(
      ({ code, start }) => !(reaction.test(code) && before(start)),
    );
  });
  return { document, clauses, mentions };
}

/** What an allergy does, when it is told with the allergy. */
const reaction = /^(?:R21|R0[56]|R11|R19\.7|L50|L27|L29|T78)/;
const allergy = /\b(?:allerg\w*|intoleran\w*|NKDA)/i;

/** `PCN allergy - rash as baby`: whether an allergy is named in the sentence before a place. */
function allergyBefore(clause: Clause, previous: Clause | undefined): (start: number) => boolean {
  const inSentence = previous?.section === clause.section && clause.start - previous.end <= 2;
  const told = inSentence && allergy.test(previous.text);
  return (start) => told || allergy.test(clause.text.slice(0, start - clause.start));
}

/** How an injury happened is told by another kind of code, and a word that says little names no diagnosis. */
const opening = 40;

function mayBeDiagnosis({ code, weight, start, end }: TermMatch, clause: Clause): boolean {
  const { text } = clause;
  if (/^(?:[V-Y]|T14|Z68)/.test(code) || weight <= 0.25) return false;
  const said = text.slice(start, end);
  // `ED.` and `UC.` at the beginning say where the patient was seen.
  if (clause.start < opening && /^(?:ED|UC|ER|f\/u|F\/U)$/.test(said)) return false;
  // `Low sodium diet` is eaten.
  if (/^ diet\b/i.test(text.slice(end, end + 6))) return false;
  // The depression of an ST segment is no mood.
  if (
    /^F3/.test(code) &&
    /\b(?:ST|PR|T|segment|respiratory|CNS|marrow)[- ]$/i.test(text.slice(Math.max(0, start - 12), start))
  )
    return false;
  return !isEverydayWord(said) && !generalTerms.has(said.toLowerCase()) && !namesNothing(said);
}

/**
 * Suggests codes for one encounter, with the spans they stand on, and the questions the record raises.
 * The same record and code book always give the same answer. `phrases`: what an organization ties to a code
 * besides what the code set itself calls it.
 */
export function codeRecord(codes: CodeBook, record: EncounterRecord, phrases?: PhraseReader): CodingResult {
  const settled = settle(codes, record, phrases);
  const { candidates, firings, about } = settled;
  return {
    suggestions: present(settled),
    queries: proposeQueries(candidates, about),
    firings,
    notCoded: notCoded(new Set(candidates.map(({ code }) => code)), about),
  };
}

/** Reads a record and asks every rule: what is left, before it is put in order and words. */
export function settle(codes: CodeBook, record: EncounterRecord, phrases?: PhraseReader): SettledCase {
  const book = rememberingBook(codes);
  const read = record.documents.map((document) => readDocument(document, book, phrases));
  const stated = mergeByCode(statedBy(read, record.setting, book));
  const about = { book, read, record };
  return { ...applyRules(stated, about), about };
}

const isReport = ({ document }: ReadDocument) => document.kind === 'report' || document.kind === 'result';

/**
 * What the record states. The treating provider's conclusions come first, and a report then only supports
 * them (guidelines III.B, IV.J); where a note concludes nothing, its history and the interpretations of the
 * tests speak (IV.K).
 */
function statedBy(read: readonly ReadDocument[], setting: Setting, book: CodeBook): Candidate[] {
  const notes = read.filter((one) => !isReport(one));
  const reports = collect(read.filter(isReport), setting, book, true);
  const concluded = collect(notes, setting, book, true);
  if (concluded.length > 0) return [...concluded, ...supporting(concluded, reports)];
  // `Assessment: as above` concludes nothing; the diagnoses then stand in the history.
  const told = collect(notes, setting, book, false);
  return [...told, ...reports];
}

/** What a report says of diagnoses that are concluded anyway: more evidence for the same code. */
function supporting(concluded: readonly Candidate[], reports: readonly Candidate[]): Candidate[] {
  return reports.filter(({ code }) => concluded.some((candidate) => candidate.code === code));
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
