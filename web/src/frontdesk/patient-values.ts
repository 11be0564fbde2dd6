import type { Patient, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import type { InputOf } from '../api/index.ts';

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

export interface AddressValues {
  line1: string;
  line2: string;
  city: string;
  state: string;
  zip: string;
}

export const emptyAddress: AddressValues = { line1: '', line2: '', city: '', state: '', zip: '' };

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
export type AddressInput = NonNullable<PatientInput['address']>;

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

export function addressValues(address: Patient['address']): AddressValues {
  return address ? { ...address, line2: address.line2 ?? '' } : emptyAddress;
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

/** Undefined when nothing of the address is entered; ZIP codes lose their hyphen. */
export function addressInput(values: AddressValues): AddressInput | undefined {
  const { line1, line2, city, state, zip } = values;
  if ([line1, line2, city, state, zip].every((part) => part.trim() === '')) return undefined;
  return {
    line1,
    ...filled('line2', line2),
    city,
    state: state.toUpperCase(),
    zip: zip.replace(/[\s-]/g, ''),
  };
}

/** The field, when something is entered. */
export function filled<Name extends string>(name: Name, value: string): { [N in Name]?: string } {
  return value.trim() === '' ? {} : ({ [name]: value.trim() } as { [N in Name]?: string });
}
