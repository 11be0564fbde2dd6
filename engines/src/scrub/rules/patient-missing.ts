import { isCompleteAddress } from '../address.ts';
import { isBlank } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const patientMissing: Rule = {
  id: 'patient-missing',
  severity: 'error',
  source: '005010X222A1, loops 2000C and 2010CA',
  check({ relationship, patient }) {
    if (relationship === 'self') return [];
    if (!patient) return [{ at: 'patient', message: 'Add the patient, who is not the subscriber.' }];
    const named = !isBlank(patient.lastName) && !isBlank(patient.firstName);
    return [
      ...(named ? [] : [{ at: 'patient.lastName', message: "Complete the patient's name." }]),
      ...(isCompleteAddress(patient.address)
        ? []
        : [{ at: 'patient.address', message: "Complete the patient's street, city, state and ZIP code." }]),
    ];
  },
};
