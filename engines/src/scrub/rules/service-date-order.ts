import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const serviceDateOrder: Rule = {
  id: 'service-date-order',
  severity: 'error',
  source: '005010X222A1, loop 2400, DTP (472)',
  check(claim) {
    return placedLines(claim)
      .filter(
        ({ line: { serviceDate, serviceDateTo } }) =>
          serviceDate && serviceDateTo && serviceDateTo < serviceDate,
      )
      .map(({ at }) => ({
        at: `${at}.serviceDateTo`,
        message: 'The service ends before it begins. Correct the dates.',
      }));
  },
};
