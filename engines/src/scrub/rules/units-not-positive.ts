import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const unitsNotPositive: Rule = {
  id: 'units-not-positive',
  severity: 'error',
  source: '005010X222A1, loop 2400, SV104',
  check(claim) {
    return placedLines(claim)
      .filter(({ line }) => !(line.units > 0) || line.units > 9999.9)
      .map(({ at }) => ({
        at: `${at}.units`,
        message: 'Enter how many units were done: more than 0, at most 9999.9.',
      }));
  },
};
