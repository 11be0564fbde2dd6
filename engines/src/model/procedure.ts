import type { CodeSystem, Edition } from './code-set.ts';
import type { Evidence, Span } from './evidence.ts';

/** A part of a code, or what its units or modifiers depend on, that the text leaves open, and what it may be. */
export interface OpenAxis {
  /** As the code set calls it: `Approach`, `Body Part`, `Duration`; for units and modifiers in words: `the dose`. */
  axis: string;
  /** The place of its character in the code, from 1; 0 where it is no part of the code but of units or modifiers. */
  position: number;
  /** The values that lead to a code in force, in the order of the table. */
  values: { value: string; label: string }[];
}

/** Another code that the same words may mean. */
export interface ProcedureAlternative {
  code: string;
  title: string;
  /** What the record would have to say: `Approach = Open`. */
  needs: string;
}

/** A procedure code an engine proposes. It becomes a code only by a person's or a rule's stored decision. */
export interface ProcedureSuggestion {
  system: CodeSystem;
  /** A whole code; where `open` is not empty, a code with `?` at each open place: `0FT4?ZZ`. */
  code: string;
  title: string;
  /** 0–1: how often suggestions like this are right, as far as is known. */
  confidence: number;
  /** At least one exact span. */
  evidence: Evidence[];
  /** The steps that led here, in words. */
  path: string[];
  /** What was assumed and by which rule, and what a person should look at. */
  notes: string[];
  alternatives: ProcedureAlternative[];
  /** What must be known before there is a code, or before it can be billed. Never guessed. */
  open: OpenAxis[];
  /** Whole billing units, where they are counted and the record states what they depend on. */
  units?: number;
  modifiers?: string[];
}

/** What one statement says of one procedure; spans are places in the statement. */
export interface ProcedureReading extends Omit<ProcedureSuggestion, 'evidence' | 'units' | 'modifiers'> {
  evidence: Span[];
  /** Only the general name of an operation is said (`drained`, `removal`), which running text uses loosely. */
  isGeneral?: true;
}

/** What the coding engine needs of an edition of ICD-10-PCS with its tables and index. */
export interface ProcedureBook {
  readonly edition: Edition;
  /**
   * The procedures that a statement names (`laparoscopic cholecystectomy, liver biopsy`), in its order. `context` is
   * what stands around it and may tell side or approach. Empty where no procedure is named.
   */
  read(statement: string, context?: string): ProcedureReading[];
  /** Where a text names procedures, without coding them; far quicker than {@link read}. */
  namesIn(text: string): Span[];
}
