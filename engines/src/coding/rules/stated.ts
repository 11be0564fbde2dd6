import type { Evidence, SourceDocument } from '../../model/index.ts';
import { type ClauseReading, readAssertions } from '../assertion.ts';
import { evidenceOf } from '../candidates.ts';
import type { Clause } from '../clauses.ts';
import { wordsOf } from '../words.ts';
import type { Case } from './rule.ts';

/** Words of the record that it means of the patient, now. */
export interface Statement {
  document: SourceDocument;
  clause: Clause;
  match: RegExpExecArray;
  evidence: Evidence;
}

/** The clause that a piece of evidence stands in. */
export function clauseAround({ read }: Case, { documentId, start, end }: Evidence): Clause | undefined {
  return read
    .find(({ document }) => document.documentId === documentId)
    ?.clauses.find((clause) => clause.start <= start && end <= clause.end);
}

const readings = new WeakMap<Clause, ClauseReading>();

/** How a clause means its parts; read once for all rules. */
export function readingOf(clause: Clause): ClauseReading {
  const known = readings.get(clause);
  if (known) return known;
  const reading = readAssertions(clause.text, clause.isQuestion);
  readings.set(clause, reading);
  return reading;
}

/** Sections that tell of others, of what may come, or of what is taken. */
const elsewhere = new Set(['family-history', 'allergies', 'instructions', 'medications']);
const concluding = new Set(['assessment', 'impression']);

/** Where a document concludes; one that has no such section speaks in its running text. */
export function concludes(clause: Clause, about: Case): boolean {
  const { kind } = clause.section;
  if (concluding.has(kind)) return true;
  if (kind === 'plan') return clause.isHead;
  if (kind !== 'body' && kind !== 'present-illness' && kind !== 'results') return false;
  return !hasConclusion(about);
}

const conclusive = new WeakMap<Case['read'], boolean>();

function hasConclusion({ read }: Case): boolean {
  let known = conclusive.get(read);
  if (known === undefined) {
    known = read.some(({ clauses }) => clauses.some(({ section }) => concluding.has(section.kind)));
    conclusive.set(read, known);
  }
  return known;
}

/** How many places a rule looks at: a record that says the same thing more often says nothing more. */
const mostStatements = 60;

/**
 * Where the record says what a global pattern matches and means it of the patient, now. At a discharge what
 * is probable counts as well. Source: guidelines II.H and IV.H.
 */
export function statements(about: Case, pattern: RegExp, where?: (clause: Clause) => boolean): Statement[] {
  const found: Statement[] = [];
  for (const { document, clauses } of about.read) {
    if (document.kind === 'problem-list') continue;
    for (const clause of clauses) {
      if (elsewhere.has(clause.section.kind) || (where && !where(clause))) continue;
      // Nearly no clause holds it, and matchAll makes an expression anew each time.
      if (clause.text.search(pattern) === -1) continue;
      for (const match of clause.text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        const meaning = readingOf(clause).of(match.index, end);
        if (meaning !== 'present' && !(meaning === 'uncertain' && about.record.setting === 'inpatient')) {
          continue;
        }
        const evidence = evidenceOf(document, clause.start + match.index, clause.start + end);
        found.push({ document, clause, match, evidence });
        if (found.length >= mostStatements) return found;
      }
    }
  }
  return found;
}

/** A sentence is this long; a clause of a hostile note is cut to its neighbourhood. */
const longestSentence = 600;

/** The sentences that a candidate was read from, one behind the other. */
export function sentencesOf({ evidence }: { evidence: readonly Evidence[] }, about: Case): string {
  return evidence.map((span) => sentenceAround(span, about)).join(' ; ');
}

function sentenceAround(span: Evidence, about: Case): string {
  const clause = clauseAround(about, span);
  return clause ? neighbourhood(clause, span.start - clause.start) : '';
}

/** The sentences that a candidate was read from, without the words that they deny. */
export function affirmedOf({ evidence }: { evidence: readonly Evidence[] }, about: Case): string {
  return evidence
    .map((span) => {
      const clause = clauseAround(about, span);
      if (!clause) return '';
      const at = span.start - clause.start;
      const from = clause.text.length <= longestSentence ? 0 : Math.max(0, at - longestSentence / 2);
      return neighbourhood(clause, at).replace(/[^\s,;:.()]+/g, (word, offset: number) =>
        readingOf(clause).of(from + offset, from + offset + word.length) === 'negated' ? ' ' : word,
      );
    })
    .join(' ; ');
}

/** The text of a clause around a place in it. */
export function neighbourhood({ text }: Clause, at: number): string {
  if (text.length <= longestSentence) return text;
  return text.slice(Math.max(0, at - longestSentence / 2), at + longestSentence / 2);
}

/** The first such place in what the record concludes. */
export function concluded(about: Case, pattern: RegExp): Statement | undefined {
  return statements(about, pattern, (clause) => concludes(clause, about))[0];
}

/** Not what the history tells of earlier times. */
export const ofToday = ({ section }: Clause) => section.kind !== 'past-history';

/** The first such place of the whole record. */
export function said(
  about: Case,
  pattern: RegExp,
  where?: (clause: Clause) => boolean,
): Statement | undefined {
  return statements(about, pattern, where)[0];
}

/** Where the record says one of these words and means it of the patient, now: the first place. */
export function firstSaid(
  about: Case,
  said: ReadonlySet<string>,
  only?: (clause: Clause, start: number, end: number) => boolean,
): Evidence | undefined {
  for (const { document, clauses } of about.read) {
    for (const clause of clauses) {
      if (clause.section.kind === 'family-history' || clause.section.kind === 'allergies') continue;
      for (const { text, start, end } of wordsOf(clause.text)) {
        if (!said.has(text) || (only && !only(clause, start, end))) continue;
        if (readingOf(clause).of(start, end) !== 'present') continue;
        return evidenceOf(document, clause.start + start, clause.start + end);
      }
    }
  }
  return undefined;
}
