import type { CodeEntry, CodeHit, CodeSystem, Edition } from './code-set.ts';
import type { Evidence } from './evidence.ts';

/** CPT comes from the licensee's own file; the others have editions of their own. */
export type ProcedureSystem = Exclude<CodeSystem, 'icd10cm'> | 'cpt';

/** Another code that the same words may mean, and what the record would have to say for it. */
export interface ProcedureAlternative {
  code: string;
  title: string;
  needs: string;
}

/**
 * A procedure, drug or supply that an engine proposes: one line of a claim, were a person to accept it. Two
 * suggestions may carry one code with different modifiers, as a drug and its discarded rest do.
 */
export interface ProcedureSuggestion {
  system: ProcedureSystem;
  code: string;
  /** As the code set prints it; empty where the licence of the code set keeps it from us. */
  title: string;
  /** 0–1, comparable within one answer. */
  confidence: number;
  /** At least one exact span. */
  evidence: Evidence[];
  /** The steps that led here, in words. */
  path: string[];
  /** What a coder should know: arithmetic, policies with their source. */
  notes: string[];
  alternatives: ProcedureAlternative[];
  /** What the record does not state and the code, its units or its modifiers need. Never guessed. */
  open: string[];
  /** Whole billing units; absent while the record does not state what they depend on. */
  units?: number;
  modifiers?: string[];
}

/** A code set that can be read from the first to the last row; an opened edition is one. */
export interface ListedCodes {
  readonly edition: Edition;
  /** Rows, billable and not. */
  readonly size: number;
  row(place: number): { code: string; title: string; billable: boolean };
  lookup(code: string): CodeEntry | undefined;
}

/** The search over a code set, as far as procedures need it. */
export interface CodeFinder {
  /** The best codes for a phrase, best first. */
  search(text: string, options?: { limit?: number; partial?: boolean }): CodeHit[];
}

/** A code set with the search over it. */
export interface ProcedureBook {
  codes: ListedCodes;
  search: CodeFinder;
}
