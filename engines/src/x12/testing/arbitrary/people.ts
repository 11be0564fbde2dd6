import fc, { type Arbitrary } from 'fast-check';
import type {
  BillingProvider,
  ClaimKind,
  ClaimPayer,
  Contact,
  Facility,
  Identifier,
  PayToPlan,
  Person,
  Provider,
  ProvidersByRole,
  Subscriber,
} from '../../../model/index.ts';
import { address, after, birthday, digits, few, letters, npi, shape, text } from './basics.ts';

const name = { lastName: text(30), firstName: text(20) };
const names = { middleName: text(10), suffix: fc.constantFrom('JR', 'III') };
const demographics = { birthDate: birthday, sex: fc.constantFrom('F', 'M', 'U') };
const group = { groupNumber: letters(1, 12), groupName: text(20) };
const memberId = letters(2, 20);

/** A telephone, perhaps more; those of patients have no fax. */
const telephone = shape<Contact>({ phone: digits(10) }, { name: text(20), extension: digits(3) });
const contact = shape<Contact>(
  { phone: digits(10) },
  { name: text(20), email: fc.constant('billing@example.test'), fax: digits(10) },
);

/** What only an 837P says of a patient. */
const condition = (kind: ClaimKind): Arbitrary<Partial<Person>> =>
  kind === 'professional'
    ? few<Person>({
        deathDate: after,
        weight: fc.integer({ min: 1, max: 400 }),
        pregnant: fc.constant(true),
        contact: telephone,
      })
    : fc.constant({});

const person = (kind: ClaimKind) =>
  fc
    .tuple(
      shape<Person>({ ...name, ...demographics, address }, { ...names, casualtyClaimNumber: letters(1, 20) }),
      condition(kind),
    )
    .map(([one, more]): Person => ({ ...one, ...more }));

const self = (kind: ClaimKind) =>
  fc
    .tuple(
      shape<Subscriber>(
        { ...name, ...demographics, address, memberId },
        { ...names, ...group, casualtyClaimNumber: letters(1, 20), memberIdType: fc.constant('II') },
      ),
      condition(kind),
    )
    .map(([one, more]): Subscriber => ({ ...one, ...more }));

/** A subscriber who is not the patient. */
export const insured = shape<Subscriber>({ ...name, memberId }, { ...names, ...group });

const relations = [
  'spouse',
  'child',
  'employee',
  'unknown',
  'organ-donor',
  'cadaver-donor',
  'life-partner',
  'other',
] as const;

/** Who is insured and who was treated. */
export const whose = (kind: ClaimKind) =>
  fc.oneof(
    fc.record({ subscriber: self(kind), relationship: fc.constant('self' as const) }),
    fc.record({ subscriber: insured, patient: person(kind), relationship: fc.constantFrom(...relations) }),
  );

const numbers = (...kinds: string[]) =>
  fc.uniqueArray(shape<Identifier>({ kind: fc.constantFrom(...kinds), id: letters(1, 20) }), {
    minLength: 1,
    maxLength: 2,
    selector: ({ kind }) => kind,
  });

export const payer = (kind: ClaimKind) =>
  shape<ClaimPayer>(
    { payerId: letters(2, 10), name: text(30), claimFilingIndicator: fc.constantFrom('CI', 'BL', 'HM') },
    {
      address,
      otherIds: numbers('2U', 'FY', 'NF'),
      billingProviderIds: kind === 'professional' ? numbers('G2', 'LU') : numbers('G2'),
    },
  );

/** The plan that a demand for subrogation comes from. */
export const payToPlan = shape<PayToPlan>(
  { name: text(30), id: letters(2, 10), address, taxId: digits(9) },
  { otherIds: numbers('2U', 'FY').map((ids) => ids.slice(0, 1)) },
);

/** A person has a first name; on an institutional claim there is none. */
export const billingProvider = (kind: ClaimKind) =>
  shape<BillingProvider>(
    { name: text(40), npi, taxId: digits(9).filter((nine) => !/^0/.test(nine)), address },
    {
      taxonomy: fc.constant('207Q00000X'),
      contacts: fc.array(contact, { minLength: 1, maxLength: 2 }),
      payToAddress: address,
      ...(kind !== 'institutional' && {
        firstName: text(20),
        taxIdType: fc.constant('SY'),
        otherIds: numbers('0B', '1G'),
      }),
    },
  );

const someone = { npi, ...name };
const ids = { otherIds: numbers('0B', 'G2') };
const provider = (taxonomy: string | undefined) =>
  shape<Provider>(someone, { ...names, ...ids, ...(taxonomy && { taxonomy: fc.constant(taxonomy) }) });

/** A person, or a firm that has no first name. */
const either = fc.oneof(provider('208D00000X'), shape<Provider>({ npi, lastName: text(20) }));

const facility = (claim: boolean, kind: ClaimKind) =>
  shape<Facility>(
    { name: text(30), address },
    {
      npi,
      otherIds: numbers('G2', 'LU'),
      ...(claim && kind === 'professional' && { contact: telephone }),
    },
  );

const plain = provider(undefined);

const claimRoles: Record<ClaimKind, Record<string, Arbitrary<unknown>>> = {
  professional: {
    referringProvider: plain,
    renderingProvider: either,
    supervisingProvider: plain,
    serviceFacility: facility(true, 'professional'),
  },
  institutional: {
    operatingProvider: plain,
    renderingProvider: plain,
    serviceFacility: facility(true, 'institutional'),
    referringProvider: plain,
  },
  dental: {
    referringProvider: provider('1223G0001X'),
    renderingProvider: either,
    supervisingProvider: plain,
    serviceFacility: facility(true, 'dental'),
  },
};

export const claimProviders = (kind: ClaimKind) =>
  fc
    .tuple(
      few<ProvidersByRole>(claimRoles[kind]),
      kind === 'institutional' ? provider('207R00000X') : fc.constant(undefined),
    )
    .map(
      ([few, attending]): ProvidersByRole => ({ ...few, ...(attending && { attendingProvider: attending }) }),
    );

/** Somebody who can be reached. */
export const orderingProvider = shape<Provider>({ ...someone, address, contact }, ids);

const lineRoles: Record<ClaimKind, Record<string, Arbitrary<unknown>>> = {
  professional: {
    renderingProvider: either,
    supervisingProvider: plain,
    referringProvider: plain,
    orderingProvider,
    serviceFacility: facility(false, 'professional'),
  },
  institutional: { operatingProvider: plain, renderingProvider: plain, referringProvider: plain },
  dental: {
    renderingProvider: either,
    supervisingProvider: plain,
    serviceFacility: facility(false, 'dental'),
  },
};

export const lineProviders = (kind: ClaimKind) => few<ProvidersByRole>(lineRoles[kind]);
