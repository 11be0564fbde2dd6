import { claimAcknowledgementRules, functionalAcknowledgementRules } from './acknowledgement.ts';
import { claimRules } from './claim.ts';
import { npis } from './npi.ts';
import { remitRules } from './remit.ts';
import type { RuleSet } from './rule.ts';

const none: RuleSet = { loops: [], transactions: [] };

const byType: Readonly<Record<string, RuleSet>> = {
  '837P': { ...claimRules, transactions: [...claimRules.transactions, npis] },
  '835': { ...remitRules, transactions: [...remitRules.transactions, npis] },
  '999': functionalAcknowledgementRules,
  '277CA': claimAcknowledgementRules,
};

/** The rules beyond structure (SNIP 3 to 5) for a transaction type. */
export function rulesFor(type: string): RuleSet {
  return byType[type] ?? none;
}
