import type { CodeEntry, CodeHit, Edition } from './code-set.ts';
import type { RiskCategory } from './suggestion.ts';

/** A term of the code set found in running text, its words in any order. */
export interface TermMatch {
  /** UTF-16 offsets of the found words, from the first to the last. */
  start: number;
  end: number;
  code: string;
  /** How much of the information of the found words the term explains; comparable within one text. */
  weight: number;
  /** Where the term stands, in words. */
  path: string;
  /** The manifestation code that the index prints in brackets after the code. */
  manifestation?: string;
}

/** A code brought down to one that can be billed, and how. */
export interface CompletedCode {
  code: string;
  billable: boolean;
  /** Steps in words: `unspecified eye assumed → H10.9`. Empty when the code was billable as given. */
  steps: string[];
  /** Axes the text leaves open: `laterality`, `7th character`. */
  missing: string[];
}

/** How to search: answers come best first. */
export interface SearchOptions {
  limit?: number;
  /** The last word may be half typed. */
  partial?: boolean;
  /** Codes that stand in the record already: each answer says with which of them it conflicts. */
  chosen?: readonly string[];
}

/** What the coding engine needs of one code set edition; the search over code sets implements it. */
export interface CodeBook {
  readonly edition: Edition;
  lookup(code: string): CodeEntry | undefined;
  /** Direct children in code order; empty for an unknown or undivided code. */
  children(code: string): string[];
  search(text: string, options?: SearchOptions): CodeHit[];
  /** Every term whose words all stand in the text, within a short reach of one another. */
  findTerms(text: string): TermMatch[];
  /**
   * Picks, below a code, the leaf that the words of the context speak for, or the unspecified default.
   * What the code already says (`said`) is no reason to move to a sibling that repeats it.
   */
  complete(code: string, context: string, said?: string): CompletedCode;
  /** The categories of risk adjustment that a code counts for; absent where no mapping is loaded. */
  riskCategories?(code: string): RiskCategory[];
}
