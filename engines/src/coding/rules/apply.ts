import type { RuleFiring } from '../../model/index.ts';
import { type Candidate, mergeByCode } from '../candidates.ts';
import { firingsOf } from './firings.ts';
import { codingRules } from './in-order.ts';
import type { Case } from './rule.ts';

/** What is left when every rule was asked, and all that the rules did on the way. */
export interface Settled {
  candidates: Candidate[];
  firings: RuleFiring[];
}

export function applyRules(candidates: readonly Candidate[], about: Case): Settled {
  const firings: RuleFiring[] = [];
  let settled = [...candidates];
  for (const rule of codingRules) {
    const applied = rule.apply(settled, about);
    firings.push(...firingsOf(rule, settled, applied, about));
    settled = mergeByCode(applied);
  }
  return { candidates: settled, firings };
}
