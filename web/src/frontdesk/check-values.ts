import { missing, missingInAddress } from '../ui/index.ts';
import type { CoverageValues } from './coverage-values.ts';
import type { PatientValues } from './patient-values.ts';

/** What can be seen to be missing before the server is asked; the server checks everything again. */
export function missingInPatient(values: PatientValues): Record<string, string> {
  return {
    ...missing(values.firstName, 'firstName', 'Enter the first name.'),
    ...missing(values.lastName, 'lastName', 'Enter the last name.'),
    ...missing(values.birthDate, 'birthDate', 'Enter the birth date, such as 03/01/1980.'),
    ...missingInAddress(values.address, 'address'),
  };
}

/** As {@link missingInPatient}, for a coverage. */
export function missingInCoverage(values: CoverageValues): Record<string, string> {
  const own = {
    ...missing(values.payerId, 'payerId', 'Choose the payer.'),
    ...missing(values.memberId, 'memberId', 'Enter the member id as it stands on the card.'),
    ...missing(values.effectiveFrom, 'effectiveFrom', 'Enter from when it is in force.'),
  };
  if (values.relationship === 'self') return own;
  const { firstName, lastName, birthDate } = values.subscriber;
  return {
    ...own,
    ...missing(firstName, 'subscriber.firstName', 'Enter who holds the policy.'),
    ...missing(lastName, 'subscriber.lastName', 'Enter who holds the policy.'),
    ...missing(birthDate, 'subscriber.birthDate', "Enter the subscriber's birth date."),
    ...missingInAddress(values.subscriber.address, 'subscriber.address'),
  };
}
