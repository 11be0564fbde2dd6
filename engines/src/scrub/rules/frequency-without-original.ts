import { isBlank } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/** A payer can replace or void only what it can find, and it looks under its own number. */
export const frequencyWithoutOriginal: Rule = {
  id: 'frequency-without-original',
  severity: 'error',
  source: '005010X222A1, loop 2300, CLM05-3 and REF (F8)',
  check({ frequency, payerControlNumber }) {
    if (!/^[678]$/.test(frequency) || !isBlank(payerControlNumber)) return [];
    const message =
      "Enter the payer's control number of the claim this one corrects (CLP07 of its remittance).";
    return [{ at: 'payerControlNumber', message }];
  },
};
