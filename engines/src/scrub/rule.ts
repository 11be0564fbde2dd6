import type { Claim, Finding, Severity } from '../model/index.ts';
import type { ScrubFacts } from './facts.ts';

/** One fault: where it is and what to do. `severity` only where it differs from the rule's own. */
export interface Fault extends Pick<Finding, 'at' | 'message'> {
  severity?: Severity;
}

/** A claim edit. It sees the whole claim and returns every fault it knows of; it never throws on wrong data. */
export interface Rule {
  /** Kebab case, stable: it is stored with findings and waivers. */
  id: string;
  severity: Severity;
  /** Where the rule is written. */
  source: string;
  check(claim: Claim, facts: ScrubFacts): Fault[];
}
