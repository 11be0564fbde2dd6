import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const serviceDateInFuture: Rule = {
  id: 'service-date-in-future',
  severity: 'error',
  source: '005010X222A1, loop 2400, DTP (472)',
  check(claim, { today }) {
    return placedLines(claim)
      .filter(({ line }) => (line.serviceDateTo ?? line.serviceDate) > today || line.serviceDate > today)
      .map(({ at }) => ({
        at: `${at}.serviceDate`,
        message: 'The service is in the future. Correct its date.',
      }));
  },
};
