import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/** Each professional service needs its reason among the claim's diagnoses. */
export const pointerMissing: Rule = {
  id: 'pointer-missing',
  severity: 'error',
  source: '005010X222A1, loop 2400, SV107-1',
  check(claim) {
    if (claim.kind !== 'professional') return [];
    return placedLines(claim)
      .filter(({ line }) => line.diagnosisPointers.length === 0)
      .map(({ at }) => ({
        at: `${at}.diagnosisPointers`,
        message: 'Point the line to the diagnosis it is for.',
      }));
  },
};
