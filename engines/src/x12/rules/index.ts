import { codeRule } from '../codes/code-rule.ts';
import type { Snip } from '../finding.ts';
import { attachmentRules } from './attachment.ts';
import { claimRules } from './claim.ts';
import { claimAcknowledgementRules } from './claim-acknowledgement.ts';
import { statusRequestRules, statusResponseRules } from './claim-status.ts';
import { inquiryRules, responseRules } from './eligibility.ts';
import { enrollmentRules } from './enrollment.ts';
import { functionalAcknowledgementRules } from './functional-acknowledgement.ts';
import { premiumRules } from './premium.ts';
import { remitRules } from './remit.ts';
import { reviewRules } from './review.ts';
import type { LoopRule, RuleSet, TransactionRule } from './rule.ts';

const none: RuleSet = { loops: [], transactions: [] };

const byType: Readonly<Record<string, RuleSet>> = {
  '837P': claimRules,
  '835': remitRules,
  '999': functionalAcknowledgementRules,
  '277CA': claimAcknowledgementRules,
  '834': enrollmentRules,
  '820': premiumRules,
  '278': reviewRules,
  '275': attachmentRules,
  '270': inquiryRules,
  '271': responseRules,
  '276': statusRequestRules,
  '277': statusResponseRules,
};

const chosen = new Map<string, ChosenRules>();

interface ChosenRules {
  /** By the loop they judge. */
  loops: ReadonlyMap<string, readonly LoopRule[]>;
  transactions: readonly TransactionRule[];
}

/** The rules beyond structure for a transaction type, up to a SNIP type. */
export function rulesFor(type: string, snip: Snip): ChosenRules {
  const key = `${type} ${snip}`;
  const known = chosen.get(key);
  if (known) return known;
  const { loops, transactions } = byType[type] ?? none;
  const byLoop = new Map<string, LoopRule[]>();
  for (const rule of loops) {
    if (rule.snip <= snip) byLoop.set(rule.loop, [...(byLoop.get(rule.loop) ?? []), rule]);
  }
  // Codes of external sets are judged alike in every guide.
  const all = [...transactions, codeRule];
  const rules = { loops: byLoop, transactions: all.filter((rule) => rule.snip <= snip) };
  chosen.set(key, rules);
  return rules;
}

/** Every rule, by transaction type, for the catalog in docs/. */
export function allRules(): Readonly<Record<string, RuleSet>> {
  return byType;
}
