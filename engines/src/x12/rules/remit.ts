import { situationsOfRemit } from '../guides/x221a1.situations.ts';
import { x221a1 } from '../guides/x221a1.ts';
import { readSituations } from '../situations/read.ts';
import { adjustmentRules } from './remit-adjustments.ts';
import { remitBalance } from './remit-balance.ts';
import { remitClaimRules } from './remit-claim.ts';
import { remitCodeRules } from './remit-codes.ts';
import { remitPaymentRules } from './remit-payment.ts';
import { providerAdjustmentRules } from './remit-provider-adjustments.ts';
import type { RuleSet } from './rule.ts';

/** The rules for an 835. */
export const remitRules: RuleSet = {
  loops: [
    ...readSituations(situationsOfRemit, x221a1.id),
    ...remitPaymentRules,
    ...remitClaimRules,
    ...adjustmentRules,
    ...providerAdjustmentRules,
    ...remitCodeRules,
  ],
  transactions: [remitBalance],
};
