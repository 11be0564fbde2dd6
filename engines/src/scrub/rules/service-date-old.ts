import { daysBetween, serviceStart } from '../../model/index.ts';
import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/** Over a year most payers refuse; a wrong year is the usual cause. */
export const serviceDateOld: Rule = {
  id: 'service-date-old',
  severity: 'warning',
  source: '42 CFR 424.44(a): one calendar year',
  check(claim, { today }) {
    return placedLines(claim)
      .filter(({ line }) => daysBetween(serviceStart(claim, line) ?? today, today) > 365)
      .map(({ at }) => ({
        at: `${at}.serviceDate`,
        message: 'The service is over a year old. Check the year.',
      }));
  },
};
