import { placedDiagnoses, serviceDates } from '../claim-parts.ts';
import { editionsOf, knownElsewhere } from '../editions.ts';
import type { Rule } from '../rule.ts';

/** Codes come and go on 1 October and 1 April; the date of service decides, not the day of billing. */
export const diagnosisNotInForce: Rule = {
  id: 'diagnosis-not-in-force',
  severity: 'error',
  source: '45 CFR 162.1000: the code set in force on the date of service',
  check(claim, facts) {
    const editions = editionsOf(serviceDates(claim), facts);
    return placedDiagnoses(claim).flatMap(({ code, at }) => {
      const without = editions.filter(({ codes }) => !codes.lookup(code));
      const [first] = without;
      if (!first || (without.length === editions.length && !knownElsewhere(code, claim, facts))) return [];
      const message = `${code} was not in force on ${first.date} (${first.codes.edition}). Choose the code valid on that day.`;
      return [{ at, message }];
    });
  },
};
