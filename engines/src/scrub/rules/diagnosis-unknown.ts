import { placedDiagnoses, serviceDates } from '../claim-parts.ts';
import { editionsOf, knownElsewhere } from '../editions.ts';
import type { Rule } from '../rule.ts';

/** A code that stands in no edition at hand is a typing error, or the set at hand is not complete. */
export const diagnosisUnknown: Rule = {
  id: 'diagnosis-unknown',
  severity: 'error',
  source: '45 CFR 162.1002: ICD-10-CM as maintained by CDC',
  check(claim, facts) {
    const editions = editionsOf(serviceDates(claim), facts);
    const [first] = editions;
    if (!first) return [];
    return placedDiagnoses(claim)
      .filter(({ code }) => editions.every(({ codes }) => !codes.lookup(code)))
      .filter(({ code }) => !knownElsewhere(code, claim, facts))
      .map(({ code, at }) =>
        first.codes.partial
          ? {
              at,
              severity: 'warning',
              message: `${code} is not in the starter set (${first.codes.edition}). Import the full code set, or check it by hand.`,
            }
          : {
              at,
              message: `${code} is not an ICD-10-CM code (${first.codes.edition}). Choose the code again.`,
            },
      );
  },
};
