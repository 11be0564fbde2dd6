import type { CodeBook, EncounterRecord, Evidence, SourceDocument } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import type { Clause } from '../clauses.ts';
import type { Mention } from '../mention.ts';

/** A document read once: its clauses and every mention in them. */
export interface ReadDocument {
  document: SourceDocument;
  clauses: Clause[];
  mentions: Mention[];
}

/** What a rule may look at besides the candidates. */
export interface Case {
  book: CodeBook;
  read: readonly ReadDocument[];
  record: EncounterRecord;
}

/** A coding rule: candidates in, candidates out. Each change adds a step to the candidate's path. */
export interface CodingRule {
  id: string;
  /** Where the rule is written. */
  source: string;
  /** What the rule says, in one sentence for a coder; a step of a path says more where there is one. */
  reason: string;
  apply(candidates: readonly Candidate[], about: Case): Candidate[];
  /** Whether `other` is the reason that a candidate was left out. */
  standsFor?(other: Candidate, leftOut: Candidate, about: Case): boolean;
}

export const isDiabetes = (code: string) => /^E(?:08|09|10|11|13)/.test(code);

/** A candidate moved to another code, with the reason as a step of its path. */
export function moved(candidate: Candidate, code: string, book: CodeBook, reason: string): Candidate {
  const title = book.lookup(code)?.title ?? candidate.title;
  return {
    ...candidate,
    code,
    title,
    missing: [],
    path: [...candidate.path, `${reason} → ${code}: ${title}`],
  };
}

/** A candidate that a rule adds on words of the record. */
export function added(
  code: string,
  evidence: Evidence[],
  about: Case,
  reason: string,
  order: number,
): Candidate | undefined {
  const entry = about.book.lookup(code);
  if (!entry?.billable) return undefined;
  return {
    code,
    title: entry.title,
    assertion: 'present',
    evidence,
    path: [reason],
    missing: [],
    confidence: 0.7,
    ground: { by: 'rule', section: 'body', document: 'note', isHead: false, score: 1, rivals: [] },
    order,
    context: evidence.map(({ quote }) => quote).join(' ; '),
  };
}
