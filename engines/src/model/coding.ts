import type { CodeSystem } from './code-set.ts';
import type { Evidence, Span } from './evidence.ts';
import type { IsoDate } from './iso-date.ts';

export type Setting = 'outpatient' | 'inpatient';

export type DocumentKind = 'note' | 'result' | 'report' | 'problem-list' | 'addendum';

/** A document as an engine reads it. */
export interface SourceDocument {
  documentId: string;
  version: number;
  kind: DocumentKind;
  title?: string;
  text: string;
}

/** A measured value with its reference range. */
export interface Measurement {
  documentId: string;
  version: number;
  name: string;
  value: number;
  unit?: string;
  low?: number;
  high?: number;
  span: Span;
}

/** Everything an engine may read about one encounter. */
export interface EncounterRecord {
  setting: Setting;
  date: IsoDate;
  documents: SourceDocument[];
}

/** How the record speaks of a mention; only `present` may be coded as a current diagnosis. */
export type Assertion =
  | 'present'
  | 'negated'
  | 'uncertain'
  | 'history'
  | 'family'
  | 'hypothetical'
  | 'other-person'
  | 'planned';

/** One act of one coding rule, kept even where what it touched is no longer suggested. */
export interface RuleFiring {
  /** Kebab case: `integral-symptoms`. */
  rule: string;
  /** Where the rule is written: a section of the guidelines, a note of the tabular list. */
  source: string;
  /** `supported`: more evidence for the same code. `placed`: another place in the sequence. */
  did: 'added' | 'moved' | 'removed' | 'supported' | 'placed';
  /** The code before: moved and removed ones, and the one an added code goes with. */
  from?: string;
  /** The code after; of a removed one the code that stands for it. */
  to?: string;
  /** Of the code after, or of the one removed. */
  title: string;
  why: string;
  /** Where the record says what the rule acted on. */
  evidence: Evidence[];
}

/** A code an engine proposes. It becomes a code only by a person's or a rule's stored decision. */
export interface Suggestion {
  code: string;
  system: CodeSystem;
  title: string;
  /** 0–1: how often suggestions like this are accepted, as far as is known. */
  confidence: number;
  /** Proposed as first-listed. */
  primary: boolean;
  assertion: Assertion;
  /** At least one exact span. */
  evidence: Evidence[];
  /** The steps that led here, in words: index path, completion to a leaf, rules. */
  path: string[];
  /** Instructions of the tabular list that apply, and what is missing. */
  notes: string[];
  /** Ids of the rules that touched it, in the order they were applied. */
  rules: string[];
}

/** A question to the physician that the record itself raises. */
export interface QueryProposal {
  /** The trigger, kebab case: `indicator-without-diagnosis`. */
  trigger: string;
  /** Neutral wording: clinical facts first, no leading towards a code or payment. Source: ACDIS/AHIMA compliant query practice. */
  question: string;
  /** Choices offered, always with a way out (`other`, `unable to determine`). */
  options: string[];
  evidence: Evidence[];
}
