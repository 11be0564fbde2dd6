import { situationsOfRemit } from '../../guides/x221a1.situations.ts';
import { x221a1 } from '../../guides/x221a1.ts';
import { readSituations } from '../../situations/read.ts';
import type { RuleSet } from '../rule.ts';
import { adjustmentRules } from './adjustments.ts';
import { remitBalance } from './balance.ts';
import { remitClaimRules } from './claim.ts';
import { remitCodeRules } from './codes.ts';
import { remitPaymentRules } from './payment.ts';
import { providerAdjustmentRules } from './provider-adjustments.ts';

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
