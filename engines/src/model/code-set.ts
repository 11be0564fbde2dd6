import type { IsoDate } from './iso-date.ts';

/** `cpt` is the licensee's own list; nothing of it ships with the product. */
export type CodeSystem = 'icd10cm' | 'icd10pcs' | 'hcpcs' | 'cpt';

/** One edition of one code set, in force between two dates (both included). */
export interface Edition {
  system: CodeSystem;
  /** `FY2026`, `FY2026-april`, `2026-04`, or `starter-2026-11` for the set that ships with the product. */
  edition: string;
  effectiveFrom: IsoDate;
  /** Absent while no later edition is known. */
  effectiveTo?: IsoDate;
  /** Billable codes. */
  codes: number;
  /** What it was read from: file names as given, or `starter set`. */
  source: string;
  /** True for the set we wrote ourselves: good for a first look, not complete. */
  starter: boolean;
  /**
   * The editions that tabular notes (of ICD-10-PCS the tables) and index terms came from: this one, or an older one whose
   * notes and terms were carried over. Absent where none are loaded.
   */
  notesFrom?: string;
  indexFrom?: string;
}

/** Instructional notes of the ICD-10-CM tabular list, as printed at one code. */
export interface CodeNotes {
  includes?: string[];
  inclusionTerms?: string[];
  excludes1?: string[];
  excludes2?: string[];
  codeFirst?: string[];
  useAdditional?: string[];
  codeAlso?: string[];
  notes?: string[];
  /** The meaning of the 7th character that must be added: character → meaning. */
  seventhCharacter?: Record<string, string>;
}

/** A note shown at a code, and the ancestor (or the code itself) where it is printed. */
export interface PlacedNotes extends CodeNotes {
  at: string;
}

/** A code of a code set. ICD-10-CM codes carry their dot (`E11.22`) everywhere outside the official files. */
export interface CodeEntry {
  system: CodeSystem;
  code: string;
  title: string;
  billable: boolean;
  edition: string;
  /** From the chapter's category down to the nearest parent. */
  parents: { code: string; title: string }[];
  /** Own notes first, then those of each ancestor, that apply to this code. */
  notes: PlacedNotes[];
  /** ICD-10-CM only: present-on-admission reporting is not required. */
  poaExempt?: boolean;
}

/** One entry of an alphabetic index or table, flattened: `['Diabetes', 'type 2', 'with', 'nephropathy'] → E11.21`. */
export interface IndexTerm {
  kind: 'index' | 'external-cause' | 'neoplasm' | 'drug' | 'inclusion' | 'title' | 'starter';
  /** Main term first. */
  path: string[];
  /** Words in parentheses, which may be present or absent without changing the code. */
  nonessential: string[];
  code?: string;
  /** The manifestation code printed in brackets after `code`. */
  manifestation?: string;
  see?: string;
  seeAlso?: string;
  /** The column of the neoplasm or drug table: `malignant primary`, `poisoning accidental` … */
  column?: string;
}

/** A note of the tabular list that keeps two codes apart. Source: ICD-10-CM Official Guidelines, I.A.12.a. */
export interface CodeConflict {
  /** The code that was chosen already. */
  with: string;
  /** Where the Excludes1 note is printed: at either code, or at a part of the list above it. */
  at: string;
  note: string;
}

/** An answer of a search over a code set. */
export interface CodeHit {
  code: string;
  title: string;
  billable: boolean;
  /** Axes that the question leaves open and that were assumed, or must be chosen to bill: `laterality`, `7th character`. */
  missing: string[];
  /** With which of the codes chosen before it may not be coded. */
  conflicts: CodeConflict[];
  /** 0–1, comparable within one answer only. */
  score: number;
  /** How the answer was reached, in words: `['Index: Diabetes > type 2 > with > nephropathy']`. */
  path: string[];
}
