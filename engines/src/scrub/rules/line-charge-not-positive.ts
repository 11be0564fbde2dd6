import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/** A hospital's line may be free of charge: what it says is that the service was there. */
export const lineChargeNotPositive: Rule = {
  id: 'line-charge-not-positive',
  severity: 'error',
  source: '005010X222A1, loop 2400, SV102; 005010X223A2, SV203; 005010X224A2, SV302',
  check(claim) {
    return placedLines(claim)
      .filter(({ line }) => line.charge < 0 || (line.charge === 0 && claim.kind !== 'institutional'))
      .map(({ at }) => ({ at: `${at}.charge`, message: 'Enter the price of the service, more than zero.' }));
  },
};
