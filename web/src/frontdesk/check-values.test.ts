import { isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { missingInCoverage, missingInPatient } from './check-values.ts';
import { coverageInput, emptyCoverage } from './coverage-values.ts';
import { emptyPatient, patientInput } from './patient-values.ts';

const aPatient = {
  ...emptyPatient,
  firstName: 'Ana',
  lastName: 'Sampleton',
  birthDate: isoDate('1980-03-01'),
};
const anAddress = { line1: '1 Invented Way', line2: '', city: 'Nowhere', state: 'WA', zip: '98001-1234' };
const aCoverage = { ...emptyCoverage(1, isoDate('2026-01-01')), payerId: 'payer', memberId: 'M1' };

test.each([
  { patient: aPatient, missing: [] },
  { patient: { ...aPatient, lastName: '  ' }, missing: ['lastName'] },
  { patient: { ...aPatient, birthDate: '' as const }, missing: ['birthDate'] },
  { patient: { ...aPatient, address: anAddress }, missing: [] },
  { patient: { ...aPatient, address: { ...anAddress, city: '' } }, missing: ['address.city'] },
  { patient: { ...aPatient, address: { ...anAddress, zip: '9800' } }, missing: ['address.zip'] },
])('what is missing in a patient: $missing', ({ patient, missing }) => {
  expect(Object.keys(missingInPatient(patient))).toEqual(missing);
});

test('the subscriber is asked for only when somebody else holds the policy', () => {
  expect(missingInCoverage(aCoverage)).toEqual({});
  expect(Object.keys(missingInCoverage({ ...aCoverage, relationship: 'child' }))).toEqual([
    'subscriber.firstName',
    'subscriber.lastName',
    'subscriber.birthDate',
  ]);
  expect(coverageInput(aCoverage).subscriber).toBeUndefined();
});

test('what is empty in the form is left out of the request, and a ZIP code loses its hyphen', () => {
  expect(patientInput(aPatient)).toEqual({
    firstName: 'Ana',
    lastName: 'Sampleton',
    birthDate: '1980-03-01',
    sex: 'U',
    language: 'en',
  });
  expect(patientInput({ ...aPatient, address: anAddress }).address?.zip).toBe('980011234');
});
