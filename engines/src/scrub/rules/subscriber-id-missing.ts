import { isBlank } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const subscriberIdMissing: Rule = {
  id: 'subscriber-id-missing',
  severity: 'error',
  source: '005010X222A1, loop 2010BA, NM109',
  check({ subscriber }) {
    if (!isBlank(subscriber.memberId)) return [];
    return [{ at: 'subscriber.memberId', message: 'Enter the member number from the insurance card.' }];
  },
};
