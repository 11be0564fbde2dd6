import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const pointerTooMany: Rule = {
  id: 'pointer-too-many',
  severity: 'error',
  source: '005010X222A1, loop 2400, SV107-1 to SV107-4',
  check(claim) {
    return placedLines(claim)
      .filter(({ line }) => line.diagnosisPointers.length > 4)
      .map(({ at }) => ({
        at: `${at}.diagnosisPointers`,
        message: 'Keep the four most important pointers of this line.',
      }));
  },
};
