import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const lineChargeNotPositive: Rule = {
  id: 'line-charge-not-positive',
  severity: 'error',
  source: '005010X222A1, loop 2400, SV102',
  check(claim) {
    return placedLines(claim)
      .filter(({ line }) => line.charge <= 0)
      .map(({ at }) => ({ at: `${at}.charge`, message: 'Enter the price of the service, more than zero.' }));
  },
};
