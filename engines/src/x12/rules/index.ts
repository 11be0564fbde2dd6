import { codeRule } from '../codes/code-rule.ts';
import type { Snip } from '../finding.ts';
import { claimAcknowledgementRules } from './acknowledgement/claim-acknowledgement.ts';
import { functionalAcknowledgementRules } from './acknowledgement/functional-acknowledgement.ts';
import { attachmentRules } from './attachment.ts';
import { dentalClaimRules, institutionalClaimRules, professionalRules } from './claim/index.ts';
import { enrollmentRules } from './enrollment/enrollment.ts';
import { premiumRules } from './enrollment/premium.ts';
import { statusRequestRules, statusResponseRules } from './inquiry/claim-status.ts';
import { inquiryRules, responseRules } from './inquiry/eligibility.ts';
import { remitRules } from './remit/index.ts';
import { reviewRules } from './review.ts';
import type { LoopRule, RuleSet, TransactionRule } from './rule.ts';

const none: RuleSet = { loops: [], transactions: [] };

const byType: Readonly<Record<string, RuleSet>> = {
  '837P': professionalRules,
  '837I': institutionalClaimRules,
  '837D': dentalClaimRules,
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

/** The rules of one loop: those that look at each, and those that a segment or a loop in it calls for. */
export interface RulesOfLoop {
  always: LoopRule[];
  byPart: Map<string, LoopRule[]>;
}

export interface ChosenRules {
  loops: ReadonlyMap<string, RulesOfLoop>;
  transactions: readonly TransactionRule[];
}

const chosen = new Map<string, ChosenRules>();

/** The rules beyond structure for a transaction type, up to a SNIP type. */
export function rulesFor(type: string, snip: Snip): ChosenRules {
  const key = `${type} ${snip}`;
  const known = chosen.get(key);
  if (known) return known;
  const { loops, transactions } = byType[type] ?? none;
  // Codes of external sets are judged alike in every guide.
  const all = [...transactions, codeRule];
  const rules = {
    loops: byLoop(loops.filter((rule) => rule.snip <= snip)),
    transactions: all.filter((rule) => rule.snip <= snip),
  };
  chosen.set(key, rules);
  return rules;
}

/** Files rules by the loop they judge and what calls for them. */
export function byLoop(rules: readonly LoopRule[]): Map<string, RulesOfLoop> {
  const loops = new Map<string, RulesOfLoop>();
  for (const rule of rules) {
    const own = loops.get(rule.loop) ?? { always: [], byPart: new Map<string, LoopRule[]>() };
    loops.set(rule.loop, own);
    if (rule.onlyWith === undefined) own.always.push(rule);
    else own.byPart.set(rule.onlyWith, [...(own.byPart.get(rule.onlyWith) ?? []), rule]);
  }
  return loops;
}

/** Every rule, by transaction type, for the catalog in docs/. */
export function allRules(): Readonly<Record<string, RuleSet>> {
  return byType;
}
