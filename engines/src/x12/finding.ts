import type { Severity } from '../model/index.ts';

/** WEDI SNIP type: 1 syntax, 2 guide, 3 balancing, 4 situational, 5 code sets, 6 by type of service, 7 trading partner. */
export type Snip = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Something wrong with a file, at its place. Messages never repeat what the file says of a patient. */
export interface X12Finding {
  severity: Severity;
  snip: Snip;
  /** Ordinal of the segment in the file, ISA = 1; zero when the file holds none. */
  segment: number;
  /** Its identifier: `CLM`; for a missing segment, the one that is missing. */
  id: string;
  /** Offset of its first byte in the file. */
  position: number;
  /** `2300`, `2010BA` …; absent outside a transaction or where the loop is unknown. */
  loop?: string;
  /** `CLM05-3`; absent when the whole segment is meant. */
  element?: string;
  /** Stable, kebab case: see `catalog`. */
  code: string;
  /** One sentence: what is wrong, and what to do where that is not plain. */
  message: string;
  /** Of a situation: what it makes due is missing, or what it bars was sent. */
  fault?: 'missing' | 'unused';
  /** Of a situation: the segment that makes it one, and the element that shows it. */
  trigger?: { id: string; inTransaction: number; loop?: string; element?: string };
  /** Ordinal of the transaction (ST) in the file and of the segment in it (ST = 1). */
  transaction?: number;
  inTransaction?: number;
}
