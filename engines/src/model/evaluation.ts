import type { Evidence } from './evidence.ts';

/** How much medical decision making a visit took, from least to most. */
export type DecisionLevel = 'straightforward' | 'low' | 'moderate' | 'high';

/** Where and how a visit took place, as far as its codes depend on it. */
export type VisitPlace =
  | 'office'
  | 'emergency'
  | 'hospital-initial'
  | 'hospital-subsequent'
  | 'hospital-same-day'
  | 'hospital-discharge';

/** One thing that counts towards the level of a visit: never the same thing twice. */
export interface EvaluationElement {
  area: 'problems' | 'data' | 'risk' | 'time';
  /** Kebab case: `stable-chronic`, `test`, `independent-interpretation`, `prescription-drug`. */
  kind: string;
  /** What it is, in the words of the record or a canonical name: `CBC`, `hypertension`. */
  what: string;
  /** Why it counts so, in words. */
  counts: string;
  /** Minutes, for time alone. */
  minutes?: number | undefined;
  /** At least one exact span. */
  evidence: Evidence[];
}

/** A proposal of the level of a visit. A person decides, may strike elements and have it counted again. */
export interface EvaluationProposal {
  /** The CPT number; absent where the visit has no level here (a preventive visit, a date before the rules). */
  code?: string;
  level?: DecisionLevel;
  by: 'mdm' | 'time';
  place: VisitPlace;
  patient: 'new' | 'established';
  /** What each area supports by itself. */
  problems: DecisionLevel;
  data: DecisionLevel;
  risk: DecisionLevel;
  elements: EvaluationElement[];
  /** What the next level up would need, and what would bring it one down. */
  higher?: string;
  lower?: string;
  /** What the record leaves open. */
  open: string[];
  /** Always says that this is a proposal; the source of the rule. */
  notes: string[];
}
