import { patientOf, serviceDates } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const birthDateAfterService: Rule = {
  id: 'birth-date-after-service',
  severity: 'error',
  source: '005010X222A1, DMG02 of loops 2010BA and 2010CA',
  check(claim) {
    const [first] = serviceDates(claim);
    const birthDate = patientOf(claim)?.birthDate;
    if (first === undefined || birthDate === undefined || birthDate <= first) return [];
    const at = `${claim.relationship === 'self' ? 'subscriber' : 'patient'}.birthDate`;
    return [
      {
        at,
        message: 'The patient was born after the service. Correct the birth date or the date of service.',
      },
    ];
  },
};
