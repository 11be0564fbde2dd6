import { isCompleteAddress } from '../address.ts';
import type { Rule } from '../rule.ts';

export const subscriberAddressMissing: Rule = {
  id: 'subscriber-address-missing',
  severity: 'error',
  source: '005010X222A1, loop 2010BA, N3 and N4',
  check({ relationship, subscriber }) {
    if (relationship !== 'self' || isCompleteAddress(subscriber.address)) return [];
    return [
      { at: 'subscriber.address', message: "Complete the subscriber's street, city, state and ZIP code." },
    ];
  },
};
