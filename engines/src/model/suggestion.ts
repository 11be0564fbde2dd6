import type { PresentOnAdmission } from './claim-institutional.ts';
import type { CodeSystem } from './code-set.ts';
import type { Assertion } from './coding.ts';
import type { Evidence } from './evidence.ts';

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

/** What a stretch of a document is for; decides whether its mentions may be coded. */
export type SectionKind =
  | 'assessment'
  | 'plan'
  | 'impression'
  | 'complaint'
  | 'present-illness'
  | 'past-history'
  | 'problem-list'
  | 'family-history'
  | 'social-history'
  | 'medications'
  | 'allergies'
  | 'review-of-systems'
  | 'exam'
  | 'vitals'
  | 'results'
  | 'indication'
  | 'procedure'
  | 'instructions'
  | 'body';

/** The part of a document that a span stands in. */
export interface SectionPlace {
  kind: SectionKind;
  /** As written, without the colon; empty where no heading stands before. */
  heading: string;
}

/** Something the record names and nobody may code, and why: what a coder would look for in vain. */
export interface NotCoded {
  code: string;
  title: string;
  /** `present`: of the patient, but only listed or told of, and not taken up at this visit. */
  assertion: Assertion;
  reason: string;
  /** Where that is written: a section of the guidelines. */
  source: string;
  section: SectionPlace;
  /** At least one exact span. */
  evidence: Evidence[];
}

/** A code that a suggestion might be instead. */
export interface Alternative {
  code: string;
  title: string;
  /** What the record would have to state, in words: `left side`, `stage 3b`. */
  needs: string[];
}

/** A category of a risk adjustment model: `{ model: 'V28', category: '37' }`. */
export interface RiskCategory {
  model: string;
  category: string;
}

/**
 * Whether a diagnosis was there when the patient was admitted, as proposed from words of the record: yes, no,
 * unknown (the record does not tell), clinically undetermined (the provider cannot tell), or exempt from the question.
 * Source: ICD-10-CM Official Guidelines, appendix I.
 */
export interface AdmissionProposal {
  indicator: PresentOnAdmission | 'exempt';
  reason: string;
  /** The words that say so; empty where the code or the kind of stay settles it. */
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
  /** Where the spans stand, in the order of `evidence`. */
  sections: SectionPlace[];
  /** The first of them: where the code was read. */
  section: SectionPlace;
  /** The steps that led here, in words: index path, completion to a leaf, rules. */
  path: string[];
  /** Instructions of the tabular list that apply, and what is missing. */
  notes: string[];
  /** Ids of the rules that touched it, in the order they were applied. */
  rules: string[];
  /** What else the same words may mean, and what the record would have to state for it. At most six. */
  alternatives: Alternative[];
  /** Categories of risk adjustment that the code counts for; empty also where no mapping is loaded. */
  riskCategories: RiskCategory[];
  /** Inpatient stays only. */
  presentOnAdmission?: AdmissionProposal;
}
