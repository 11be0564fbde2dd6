import { placedDiagnoses, serviceDates } from '../claim-parts.ts';
import { editionsOf } from '../editions.ts';
import type { Rule } from '../rule.ts';

/** A category stands for the codes below it; only a code with all its characters is valid on a claim. */
export const diagnosisNotBillable: Rule = {
  id: 'diagnosis-not-billable',
  severity: 'error',
  source: 'ICD-10-CM Official Guidelines, I.B.2',
  check(claim, facts) {
    const editions = editionsOf(serviceDates(claim), facts);
    return placedDiagnoses(claim)
      .filter(({ code }) => editions.some(({ codes }) => codes.lookup(code)?.billable === false))
      .map(({ code, at }) => ({ at, message: `${code} is a heading. Choose the complete code below it.` }));
  },
};
