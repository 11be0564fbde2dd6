import type { Snip } from '../finding.ts';
import { claimAcknowledgementRules, functionalAcknowledgementRules } from './acknowledgement.ts';
import { attachmentRules } from './attachment.ts';
import { claimRules } from './claim.ts';
import { enrollmentRules } from './enrollment.ts';
import { npis } from './npi.ts';
import { premiumRules } from './premium.ts';
import { remitRules } from './remit.ts';
import { reviewRules } from './review.ts';
import type { LoopRule, RuleSet, TransactionRule } from './rule.ts';

const none: RuleSet = { loops: [], transactions: [] };

const byType: Readonly<Record<string, RuleSet>> = {
  '837P': { ...claimRules, transactions: [...claimRules.transactions, npis] },
  '835': { ...remitRules, transactions: [...remitRules.transactions, npis] },
  '999': functionalAcknowledgementRules,
  '277CA': claimAcknowledgementRules,
  '834': { ...enrollmentRules, transactions: [...enrollmentRules.transactions, npis] },
  '820': premiumRules,
  '278': reviewRules,
  '275': attachmentRules,
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
  const rules = { loops: byLoop, transactions: transactions.filter((rule) => rule.snip <= snip) };
  chosen.set(key, rules);
  return rules;
}

/** Every rule, by transaction type, for the catalog in docs/. */
export function allRules(): Readonly<Record<string, RuleSet>> {
  return byType;
}
