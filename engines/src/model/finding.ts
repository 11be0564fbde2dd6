/** `error` blocks, `warning` wants a look, `info` tells. */
export type Severity = 'error' | 'warning' | 'info';

/** What a rule found wrong with a claim, and what to do next. */
export interface Finding {
  /** The rule's id, kebab case, stable: `external-cause-first`. */
  rule: string;
  severity: Severity;
  /** Where, as a path into the claim: `diagnoses[0]`, `lines[2].procedure`, `subscriber.memberId`. */
  at: string;
  /** One sentence: what is wrong and what to do. Never repeats a patient's data. */
  message: string;
  /** Where the rule is written: guideline section, guide element, regulation, edition. */
  source: string;
}
