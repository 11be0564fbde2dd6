import { isNpi } from '@superbill/engines/model';
import { z } from 'zod';
import { define } from './define.ts';
import { address, id, isoDate, line, rowVersion } from './shapes.ts';

export const practice = z.strictObject({
  organization: z.strictObject({ id, name: z.string(), npi: z.string(), phone: z.string() }),
  locations: z.array(
    z.strictObject({
      id,
      name: z.string(),
      placeOfService: z.string(),
      /** The last day on which it is used. */
      effectiveTo: isoDate.optional(),
    }),
  ),
  practitioners: z.array(
    z.strictObject({
      id,
      name: z.string(),
      credential: z.string().nullable(),
      npi: z.string(),
      specialty: z.string().nullable(),
      effectiveTo: isoDate.optional(),
    }),
  ),
  payers: z.array(
    z.strictObject({
      id,
      name: z.string(),
      electronicId: z.string(),
      phone: z.string().nullable(),
      authorizationRequired: z.array(z.string()),
      effectiveTo: isoDate.optional(),
    }),
  ),
});
export type Practice = z.output<typeof practice>;

const npi = z.string().refine(isNpi, 'ten digits, the last of which checks the others');
/** Health Care Provider Taxonomy: ten letters and digits, `207Q00000X`. */
const taxonomy = z.string().regex(/^[0-9A-Z]{9}X$/, 'nine letters or digits and an X');
const phone = line(30).refine((value) => value.replace(/\D/g, '').length === 10, 'ten digits');

/** Where practices are: the zones of the United States that keep a time of their own, by their IANA names. */
export const timeZoneNames = {
  'America/New_York': 'Eastern',
  'America/Chicago': 'Central',
  'America/Denver': 'Mountain',
  'America/Phoenix': 'Mountain, no daylight saving (Arizona)',
  'America/Los_Angeles': 'Pacific',
  'America/Anchorage': 'Alaska',
  'America/Adak': 'Aleutian',
  'Pacific/Honolulu': 'Hawaii',
  'America/Puerto_Rico': 'Atlantic (Puerto Rico, Virgin Islands)',
  'Pacific/Guam': 'Chamorro (Guam, Northern Marianas)',
  'Pacific/Pago_Pago': 'Samoa',
} as const;
export type TimeZone = keyof typeof timeZoneNames;
const timeZone = z.enum(Object.keys(timeZoneNames) as [TimeZone, ...TimeZone[]]);

export const organizationInput = z.strictObject({
  name: line(60),
  npi,
  taxId: z.string().regex(/^\d{9}$/, 'nine digits'),
  taxonomy: taxonomy.optional(),
  /** The billing provider's address on claims. */
  address,
  phone,
  /** How the clearinghouse knows the practice: ISA06, NM109 of loop 1000A. */
  submitterId: z.string().regex(/^[A-Za-z0-9]{2,15}$/, '2 to 15 letters or digits'),
  /** What says which day it is; without one, the usual one in the state of the address. */
  timeZone: timeZone.optional(),
});

export const locationInput = z.strictObject({
  name: line(60),
  /** CMS place of service codes: `11` is an office. */
  placeOfService: z.string().regex(/^\d{2}$/, 'two digits'),
  npi: npi.optional(),
  address,
  effectiveTo: isoDate.optional(),
});
export type LocationInput = z.output<typeof locationInput>;

export const practitionerInput = z.strictObject({
  firstName: line(35),
  lastName: line(60),
  credential: line(20).optional(),
  npi,
  taxonomy: taxonomy.optional(),
  specialty: line(60).optional(),
  effectiveTo: isoDate.optional(),
});
export type PractitionerInput = z.output<typeof practitionerInput>;

export const payerInput = z.strictObject({
  name: line(60),
  /** NM109 of loop 2010BB: how the clearinghouse knows the payer. */
  electronicId: z.string().regex(/^[A-Za-z0-9]{2,15}$/, '2 to 15 letters or digits'),
  /** SBR09 of the 837 (element 1032): `CI` commercial, `MB` Medicare part B. */
  claimFilingIndicator: z.string().regex(/^[A-Z0-9]{2}$/, 'two letters or digits'),
  /** Days after the date of service within which the payer takes a claim. */
  timelyFilingDays: z.number().int().min(1).max(3650),
  /** Procedures for which the payer wants an authorization first. */
  authorizationRequired: z.array(z.string().regex(/^[A-Z0-9]{5}$/, 'five letters or digits')).max(2000),
  address: address.optional(),
  phone: phone.optional(),
  effectiveTo: isoDate.optional(),
});
export type PayerInput = z.output<typeof payerInput>;

const stored = { id, rowVersion };
const ended = { effectiveTo: isoDate.optional() };
const storedAddress = z.strictObject({
  line1: z.string(),
  line2: z.string().optional(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
});

/** What is stored may be older than the rules for what is entered, so it is told as it is. */
export const organizationView = z.strictObject({
  ...stored,
  name: z.string(),
  npi: z.string(),
  taxId: z.string(),
  taxonomy: z.string().optional(),
  address: storedAddress,
  phone: z.string(),
  submitterId: z.string(),
  timeZone,
});
export type OrganizationView = z.output<typeof organizationView>;

export const locationView = z.strictObject({
  ...stored,
  ...ended,
  name: z.string(),
  placeOfService: z.string(),
  npi: z.string().optional(),
  address: storedAddress,
  /** Visits that were registered there. */
  visits: z.number().int(),
});
export type LocationView = z.output<typeof locationView>;

export const practitionerView = z.strictObject({
  ...stored,
  ...ended,
  firstName: z.string(),
  lastName: z.string(),
  credential: z.string().optional(),
  npi: z.string(),
  taxonomy: z.string().optional(),
  specialty: z.string().optional(),
  visits: z.number().int(),
});
export type PractitionerView = z.output<typeof practitionerView>;

export const payerView = z.strictObject({
  ...stored,
  ...ended,
  name: z.string(),
  electronicId: z.string(),
  claimFilingIndicator: z.string(),
  timelyFilingDays: z.number().int(),
  authorizationRequired: z.array(z.string()),
  address: storedAddress.optional(),
  phone: z.string().optional(),
  /** Coverages in force today. */
  coverages: z.number().int(),
});
export type PayerView = z.output<typeof payerView>;

/** The row after a change; its version is what the next change, or the undo of this one, has to name. */
const changed = z.strictObject(stored);
const access = { staff: 'practice.write' } as const;

export const practiceRoutes = {
  readPractice: define({
    method: 'GET',
    path: '/api/practice',
    access: { staff: 'practice.read' },
    summary: 'Locations, practitioners and payers, for choosing from.',
    response: practice,
  }),
  readOrganization: define({
    method: 'GET',
    path: '/api/practice/organization',
    access,
    summary: 'The practice as it stands on claims and bills.',
    response: organizationView,
  }),
  changeOrganization: define({
    method: 'PUT',
    path: '/api/practice/organization',
    access,
    summary: 'Corrects the practice; claims that were sent stay as they were.',
    body: z.strictObject({ organization: organizationInput, rowVersion }),
    response: changed,
  }),
  listLocations: define({
    method: 'GET',
    path: '/api/practice/locations',
    access,
    summary: 'Every location, closed ones too.',
    response: z.strictObject({ locations: z.array(locationView) }),
  }),
  addLocation: define({
    method: 'POST',
    path: '/api/practice/locations',
    access,
    summary: 'Adds a location.',
    body: locationInput,
    response: changed,
  }),
  changeLocation: define({
    method: 'PUT',
    path: '/api/practice/locations/:locationId',
    access,
    summary: 'Corrects a location, closes it with its last day or opens it again.',
    params: z.strictObject({ locationId: id }),
    body: z.strictObject({ location: locationInput, rowVersion }),
    response: changed,
  }),
  listPractitioners: define({
    method: 'GET',
    path: '/api/practice/practitioners',
    access,
    summary: 'Every practitioner, those who left too.',
    response: z.strictObject({ practitioners: z.array(practitionerView) }),
  }),
  addPractitioner: define({
    method: 'POST',
    path: '/api/practice/practitioners',
    access,
    summary: 'Adds a practitioner.',
    body: practitionerInput,
    response: changed,
  }),
  changePractitioner: define({
    method: 'PUT',
    path: '/api/practice/practitioners/:practitionerId',
    access,
    summary: 'Corrects a practitioner or gives the last day.',
    params: z.strictObject({ practitionerId: id }),
    body: z.strictObject({ practitioner: practitionerInput, rowVersion }),
    response: changed,
  }),
  listPayers: define({
    method: 'GET',
    path: '/api/practice/payers',
    access,
    summary: 'Every payer with its terms, closed ones too.',
    response: z.strictObject({ payers: z.array(payerView) }),
  }),
  addPayer: define({
    method: 'POST',
    path: '/api/practice/payers',
    access,
    summary: 'Adds a payer.',
    body: payerInput,
    response: changed,
  }),
  changePayer: define({
    method: 'PUT',
    path: '/api/practice/payers/:payerId',
    access,
    summary: "Corrects a payer's terms, or closes it with its last day.",
    params: z.strictObject({ payerId: id }),
    body: z.strictObject({ payer: payerInput, rowVersion }),
    response: changed,
  }),
};
