import { claimBalanceRules } from './claim-balance.ts';
import { claimSituationRules } from './claim-situations.ts';
import { hierarchy } from './hierarchy.ts';
import type { RuleSet } from './rule.ts';

/** The rules for an 837P. */
export const claimRules: RuleSet = {
  loops: [...claimBalanceRules, ...claimSituationRules],
  transactions: [hierarchy],
};
