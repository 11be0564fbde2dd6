import { placedDiagnoses } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/** The same condition is reported once per encounter, even when it is on both sides under one code. */
export const diagnosisDuplicate: Rule = {
  id: 'diagnosis-duplicate',
  severity: 'error',
  source: 'ICD-10-CM Official Guidelines, I.B.12',
  check(claim) {
    return placedDiagnoses(claim)
      .filter(({ code }, index) => claim.diagnoses.indexOf(code) < index)
      .map(({ code, at }) => ({
        at,
        message: `Remove the second ${code} and point its lines to the first.`,
      }));
  },
};
