import type { CodeBook, EncounterRecord } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import type { ReadDocument } from '../engine.ts';

/** What a rule may look at besides the candidates. */
export interface Case {
  book: CodeBook;
  read: readonly ReadDocument[];
  record: EncounterRecord;
}

/** A coding rule: candidates in, candidates out. */
export interface CodingRule {
  id: string;
  /** Where the rule is written. */
  source: string;
  apply(candidates: readonly Candidate[], about: Case): Candidate[];
}

export function applyRules(candidates: readonly Candidate[], about: Case): Candidate[] {
  void about;
  return [...candidates];
}
