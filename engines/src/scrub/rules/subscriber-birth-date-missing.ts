import type { Rule } from '../rule.ts';

export const subscriberBirthDateMissing: Rule = {
  id: 'subscriber-birth-date-missing',
  severity: 'error',
  source: '005010X222A1, loop 2010BA, DMG02 and DMG03',
  check({ relationship, subscriber }) {
    if (relationship !== 'self') return [];
    return (['birthDate', 'sex'] as const)
      .filter((field) => subscriber[field] === undefined)
      .map((field) => ({
        at: `subscriber.${field}`,
        message: "Complete the subscriber's birth date and sex.",
      }));
  },
};
