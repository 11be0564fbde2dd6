import { situationsOfPremium } from '../../guides/x218.situations.ts';
import { x218 } from '../../guides/x218.ts';
import { readSituations } from '../../situations/read.ts';
import type { RuleSet } from '../rule.ts';
import { ssns } from '../ssn.ts';
import { itemBalances, premiumBalance } from './premium-balance.ts';
import { handling, remittanceNumbers, traceOrigin } from './premium-payment.ts';

/** The rules for an 820. */
export const premiumRules: RuleSet = {
  loops: [...readSituations(situationsOfPremium, x218.id), ...itemBalances, traceOrigin],
  transactions: [premiumBalance, handling, remittanceNumbers, ssns],
};
