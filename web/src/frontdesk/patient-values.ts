import type { Patient, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import type { InputOf } from '../api/index.ts';
import { type AddressValues, addressInput, addressValues, emptyAddress, filled } from '../ui/index.ts';

/** A patient as the form holds it: every field is text, empty while nothing is entered. */
export interface PatientValues {
  firstName: string;
  middleName: string;
  lastName: string;
  birthDate: IsoDate | '';
  sex: 'F' | 'M' | 'U';
  language: 'en' | 'es';
  phone: string;
  email: string;
  address: AddressValues;
}

export const emptyPatient: PatientValues = {
  firstName: '',
  middleName: '',
  lastName: '',
  birthDate: '',
  sex: 'U',
  language: 'en',
  phone: '',
  email: '',
  address: emptyAddress,
};

export type PatientInput = InputOf<typeof routes.changePatient>['body']['patient'];

/** What is registered, as the form holds it. */
export function patientValues(patient: Patient): PatientValues {
  return {
    firstName: patient.firstName,
    middleName: patient.middleName ?? '',
    lastName: patient.lastName,
    birthDate: patient.birthDate,
    sex: patient.sex,
    language: patient.language,
    phone: patient.phone ?? '',
    email: patient.email ?? '',
    address: addressValues(patient.address),
  };
}

/** What the form holds, as the server takes it: what is empty is left out. */
export function patientInput(values: PatientValues): PatientInput {
  const address = addressInput(values.address);
  return {
    firstName: values.firstName,
    ...filled('middleName', values.middleName),
    lastName: values.lastName,
    birthDate: values.birthDate,
    sex: values.sex,
    language: values.language,
    ...filled('phone', values.phone),
    ...filled('email', values.email),
    ...(address ? { address } : {}),
  };
}
