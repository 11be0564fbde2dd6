import type {
  Address,
  BillingProvider,
  Contact,
  Facility,
  Identifier,
  PayToPlan,
  Person,
  Provider,
  ProvidersByRole,
} from '../../model/index.ts';
import { choice, date, list, number, object, optional, text, yes } from './shape.ts';

const maybe = optional(text);

export const address = object<Address>({
  line1: text,
  line2: maybe,
  city: text,
  state: text,
  zip: text,
  country: maybe,
  subdivision: maybe,
});

const contact = object<Contact>({
  name: maybe,
  phone: maybe,
  extension: maybe,
  fax: maybe,
  email: maybe,
});

export const identifiers = list(object<Identifier>({ kind: text, id: text, payerId: maybe }));
export const payerNumbers = list(object<Omit<Identifier, 'kind'>>({ id: text, payerId: maybe }));

/** What a person and a subscriber share. */
export const personFields = {
  firstName: text,
  middleName: maybe,
  lastName: text,
  suffix: maybe,
  address: optional(address),
  deathDate: optional(date),
  weight: optional(number),
  pregnant: optional(yes),
  ssn: maybe,
  patientId: maybe,
  casualtyClaimNumber: maybe,
  contact: optional(contact),
};

export const person = object<Person>({ ...personFields, birthDate: date, sex: choice('U', 'F', 'M') });

const provider = object<Provider>({
  npi: maybe,
  lastName: text,
  firstName: maybe,
  middleName: maybe,
  suffix: maybe,
  person: optional(yes),
  taxonomy: maybe,
  otherIds: optional(identifiers),
  address: optional(address),
  contact: optional(contact),
});

const facility = object<Facility>({
  name: text,
  npi: maybe,
  address,
  otherIds: optional(identifiers),
  contact: optional(contact),
});

const payToPlan = object<PayToPlan>({
  name: text,
  id: text,
  idType: optional(choice('XV')),
  address,
  taxId: text,
  otherIds: optional(identifiers),
});

export const billingProvider = object<BillingProvider>({
  name: text,
  firstName: maybe,
  middleName: maybe,
  suffix: maybe,
  person: optional(yes),
  npi: text,
  taxId: text,
  taxIdType: optional(choice('EI', 'SY')),
  taxonomy: maybe,
  address,
  contacts: optional(list(contact)),
  otherIds: optional(identifiers),
  currency: maybe,
  payToAddress: optional(address),
  payToPlan: optional(payToPlan),
});

export const roles = {
  renderingProvider: optional(provider),
  attendingProvider: optional(provider),
  referringProvider: optional(provider),
  primaryCareProvider: optional(provider),
  supervisingProvider: optional(provider),
  orderingProvider: optional(provider),
  purchasedServiceProvider: optional(provider),
  operatingProvider: optional(provider),
  otherOperatingProvider: optional(provider),
  assistantSurgeon: optional(provider),
  serviceFacility: optional(facility),
  pickUp: optional(address),
  dropOff: optional(object<NonNullable<ProvidersByRole['dropOff']>>({ name: maybe, address })),
};
