import type { Cents } from './cents.ts';
import type { IsoDate } from './iso-date.ts';

/** N3 and N4. */
export interface Address {
  line1: string;
  line2?: string | undefined;
  city: string;
  /** Two letters; empty for an address abroad. */
  state: string;
  /** Five or nine digits, no hyphen; a foreign postal code as it is. */
  zip: string;
  /** N404: ISO 3166, where it is not the United States. */
  country?: string;
  /** N407: ISO 3166-2, the state or province abroad. */
  subdivision?: string;
}

/** How somebody can be reached (PER). */
export interface Contact {
  /** PER02 */
  name?: string;
  /** TE */
  phone?: string;
  /** EX: of the telephone. */
  extension?: string;
  /** FX */
  fax?: string;
  /** EM */
  email?: string;
}

/** A further number by which somebody is known (REF). */
export interface Identifier {
  /** REF01: `0B` state license, `1G` UPIN, `G2` number with a payer, `LU` location, `2U` payer, `FY` claim office … */
  kind: string;
  /** REF02 */
  id: string;
  /** REF04-2: on a line, the other payer that gave the number. */
  payerId?: string;
}

export type Sex = 'F' | 'M' | 'U';

export interface Person {
  /** Empty when the person has one name only. */
  firstName: string;
  middleName?: string;
  lastName: string;
  /** NM107: `JR`, `III` … */
  suffix?: string;
  birthDate: IsoDate;
  sex: Sex;
  address?: Address;
  /** PAT06; only of the patient. */
  deathDate?: IsoDate;
  /** PAT08, in pounds; only of the patient. */
  weight?: number;
  /** PAT09; only of the patient. */
  pregnant?: true;
  /** REF*SY: social security number. */
  ssn?: string;
  /** REF*1W: the patient's own number with the payer, in property and casualty. */
  patientId?: string;
  /** REF*Y4: the number of a property and casualty claim. */
  casualtyClaimNumber?: string;
  /** PER of a property and casualty patient. */
  contact?: Contact;
}

/** A provider in a role on a claim or line. One without first name is an organization unless `person` is set. */
export interface Provider {
  /** NM109; absent only for providers who cannot have one. */
  npi?: string;
  /** NM103: the last name, or the organization's; empty for who sold a service, who goes by number. */
  lastName: string;
  firstName?: string;
  middleName?: string;
  suffix?: string;
  /** NM102 is 1 though no first name is given. */
  person?: true;
  /** PRV03 */
  taxonomy?: string;
  otherIds?: Identifier[];
  /** Of an ordering provider (loop 2420E) only. */
  address?: Address;
  /** Of an ordering provider only. */
  contact?: Contact;
}

/** Where the service was rendered (NM1*77), when not at the billing provider's address. */
export interface Facility {
  name: string;
  npi?: string;
  address: Address;
  otherIds?: Identifier[];
  contact?: Contact;
}

/** Loops 2000A and 2010AA. */
export interface BillingProvider {
  /** The organization's name, or the last name when the billing provider is a person. */
  name: string;
  /** Only when the billing provider is a person. */
  firstName?: string;
  middleName?: string;
  suffix?: string;
  /** NM102 is 1 though no first name is given. */
  person?: true;
  /** NM109; empty only for providers who cannot have one. */
  npi: string;
  /** Nine digits, employer identification number. */
  taxId: string;
  /** `EI` employer identification number (the default), `SY` social security number. */
  taxIdType?: 'EI' | 'SY';
  taxonomy?: string;
  address: Address;
  /** PER, at most two. */
  contacts?: Contact[];
  /** REF*0B and REF*1G. */
  otherIds?: Identifier[];
  /** CUR02, where charges are not in US dollars. */
  currency?: string;
  /** Loop 2010AB: where payments go, when not to {@link address}. */
  payToAddress?: Address;
  /** Loop 2010AC: the plan that has paid and wants to be paid back. */
  payToPlan?: PayToPlan;
}

export interface PayToPlan {
  name: string;
  /** NM109, and NM108 where it is not `PI`. */
  id: string;
  idType?: 'XV';
  address: Address;
  /** REF*EI */
  taxId: string;
  otherIds?: Identifier[];
}

/** Who is in which role, on a claim or, where it differs, on a line. Which roles there are depends on the claim's kind. */
export interface ProvidersByRole {
  /** NM1*82 */
  renderingProvider?: Provider;
  /** NM1*71; on an institutional claim. */
  attendingProvider?: Provider;
  /** NM1*DN */
  referringProvider?: Provider;
  /** NM1*P3: who referred first; professional and dental. */
  primaryCareProvider?: Provider;
  /** NM1*DQ; professional and dental. */
  supervisingProvider?: Provider;
  /** NM1*DK; on a professional line. */
  orderingProvider?: Provider;
  /** NM1*QB: who sold the service; on a professional line. */
  purchasedServiceProvider?: Provider;
  /** NM1*72; institutional. */
  operatingProvider?: Provider;
  /** NM1*ZZ; institutional. */
  otherOperatingProvider?: Provider;
  /** NM1*DD; dental. */
  assistantSurgeon?: Provider;
  /** NM1*77 */
  serviceFacility?: Facility;
  /** NM1*PW: where the ambulance took the patient up; professional. */
  pickUp?: Address;
  /** NM1*45: where it took the patient; professional. */
  dropOff?: { name?: string; address: Address };
}

/** PS1: a service bought from another provider. */
export interface PurchasedService {
  /** PS101 */
  providerId: string;
  /** PS102 */
  charge: Cents;
}
