import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const pointerRepeated: Rule = {
  id: 'pointer-repeated',
  severity: 'warning',
  source: '005010X222A1, loop 2400, SV107',
  check(claim) {
    return placedLines(claim)
      .filter(({ line }) => new Set(line.diagnosisPointers).size < line.diagnosisPointers.length)
      .map(({ at }) => ({
        at: `${at}.diagnosisPointers`,
        message: 'Name each diagnosis once on this line.',
      }));
  },
};
