import type { SearchOptions } from './code-book.ts';
import type { CodeEntry, CodeHit, Edition } from './code-set.ts';

/** A code set that can be read from its first row to its last; an opened edition is one. */
export interface ListedCodes {
  readonly edition: Edition;
  /** Rows, billable and not. */
  readonly size: number;
  row(place: number): { code: string; title: string; billable: boolean };
  lookup(code: string): CodeEntry | undefined;
}

/** A code set with the search over it. */
export interface SearchedCodes {
  codes: ListedCodes;
  search: {
    /** The best codes for a phrase, best first. */
    search(text: string, options?: SearchOptions): CodeHit[];
  };
}
