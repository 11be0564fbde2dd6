import type { CodeEntry, CodeNotes, CodeSystem, Edition, IndexTerm } from '../model/index.ts';
import type { PcsDefinitionsFile } from './files/pcs-definitions.ts';
import type { PcsIndexFile } from './files/pcs-index.ts';
import type { PcsTablesFile } from './files/pcs-tables.ts';

/** One row of a code set, in the publisher's order. */
export interface CodeRow {
  /** With the dot in ICD-10-CM: `E11.22`. */
  code: string;
  title: string;
  /** The publisher's abbreviated title, absent where it says the same as the title. */
  shortTitle?: string;
  billable: boolean;
  /** The place in `codes` of the row that this one is part of; −1 for a category, a PCS table, a HCPCS code. */
  parent: number;
}

/** A chapter or a section of the tabular list, which has notes of its own but no code. */
export interface Place {
  /** `Chapter 4` or `E08-E13`: what notes placed here are keyed by. */
  at: string;
  title: string;
  /** The chapter a section belongs to. */
  within?: string;
}

/** What ICD-10-PCS codes are built from. */
export interface PcsParts {
  tables?: PcsTablesFile;
  index?: PcsIndexFile;
  definitions?: PcsDefinitionsFile;
}

/** One edition of one code set, assembled from every file that contributes to it. */
export interface EditionData {
  edition: Edition;
  /** The publisher's order; a parent stands before its children. */
  codes: CodeRow[];
  /** Notes by the code or the place (`Chapter 4`, `E08-E13`) where they are printed. */
  notes: Map<string, CodeNotes>;
  /** Chapters and sections; empty where no tabular list is known. */
  places: Place[];
  /** The innermost place of each category: `E11` → `E08-E13`. */
  placeOf: Map<string, string>;
  /** Terms of the index, the tables, inclusion notes and the starter set; titles are in `codes`. */
  terms: IndexTerm[];
  /** Codes that need no present-on-admission indicator; absent where no list is known. */
  poaExempt?: Set<string>;
  /** ICD-10-PCS only: its tables, index and definitions, as far as they are known. */
  pcs?: PcsParts;
}

/** An opened edition. Codes may be given with or without their dot, in either case. */
export interface CodeEdition {
  readonly edition: Edition;
  /** Rows, billable and not. */
  readonly size: number;
  readonly termCount: number;
  /** The place of a code among the rows, or −1. */
  indexOf(code: string): number;
  /** The places of the rows whose codes begin so, in the order of the codes. */
  beginningWith(start: string, limit: number): number[];
  /** The row at a place. Throws a RangeError outside `0..size−1`. */
  row(place: number): CodeRow;
  lookup(code: string): CodeEntry | undefined;
  /** The rows directly under a code, in order; without a code the categories (or tables, or all codes). */
  children(code?: string): CodeRow[];
  isBillable(code: string): boolean;
  /** The 7th characters that a code still needs or has, from itself or the nearest ancestor. */
  sevenths(code: string): Record<string, string> | undefined;
  /** The notes printed at one code or place, without those it inherits. */
  notesAt(at: string): CodeNotes | undefined;
  /** The chapter or section of a code, innermost first. */
  placesOf(code: string): Place[];
  term(place: number): IndexTerm;
  /** The terms that lead to a code itself. */
  termsOf(code: string): IndexTerm[];
  /** Codes that a mistyped or outdated code may have meant, best first. */
  nearMisses(code: string, limit?: number): string[];
}

/** An ICD-10-CM code with its dot. Since FY2026 the second character may be a letter: `QA0.0101`. */
export const icd10cmCode = /^[A-Z][0-9A-Z]{2}(\.[0-9A-Z]{1,4})?$/;

/** Codes as the official files write them: upper case, no dot, no blanks. */
export function bareCode(code: string): string {
  return code.trim().toUpperCase().replaceAll('.', '');
}

/** A code as people write it: ICD-10-CM has a dot after the category, the other systems have none. */
export function displayCode(system: CodeSystem, code: string): string {
  const bare = bareCode(code);
  return system === 'icd10cm' && bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}
