import { isBlank } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const subscriberNameMissing: Rule = {
  id: 'subscriber-name-missing',
  severity: 'error',
  source: '005010X222A1, loop 2010BA, NM103 and NM104',
  check({ subscriber }) {
    return (subscriber.organization ? (['lastName'] as const) : (['lastName', 'firstName'] as const))
      .filter((field) => isBlank(subscriber[field]))
      .map((field) => ({
        at: `subscriber.${field}`,
        message: "Enter the subscriber's name as on the insurance card.",
      }));
  },
};
