import { serviceEnd, serviceStart } from '../../model/index.ts';
import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const serviceDateInFuture: Rule = {
  id: 'service-date-in-future',
  severity: 'error',
  source: '005010X222A1, loop 2400, DTP (472)',
  check(claim, { today }) {
    return placedLines(claim)
      .filter(({ line }) =>
        [serviceStart(claim, line), serviceEnd(claim, line)].some((day) => day && day > today),
      )
      .map(({ at }) => ({
        at: `${at}.serviceDate`,
        message: 'The service is in the future. Correct its date.',
      }));
  },
};
