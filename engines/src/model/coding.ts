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
