import { type Claim, type ClaimLine, cents, completeNpi, isoDate, sum } from '../model/index.ts';

// Everybody here is invented: names say so, numbers are 555-01xx, NPIs begin with 1999.

export const npi = {
  practice: completeNpi('199900051'),
  doctor: completeNpi('199900052'),
  sender: completeNpi('199900053'),
  place: completeNpi('199900054'),
  hospital: completeNpi('199900061'),
  attending: completeNpi('199900062'),
  surgeon: completeNpi('199900063'),
  second: completeNpi('199900064'),
  rendering: completeNpi('199900065'),
} as const;

const home = { line1: '2 Example Rd., Apt. #4', city: 'Sampleton', state: 'OH', zip: '440991234' };
const street = { line1: '1 Nowhere Street', city: 'Sampleton', state: 'OH', zip: '44099' };

export function aVisit(changes: Partial<ClaimLine> = {}): ClaimLine {
  return {
    controlNumber: '1',
    procedure: '99213',
    modifiers: [],
    charge: cents(12500),
    units: 1,
    unitBasis: 'UN',
    diagnosisPointers: [1],
    serviceDate: isoDate('2027-03-01'),
    ...changes,
  };
}

const charge = (lines: readonly ClaimLine[]) => sum(lines.map((line) => line.charge));

/** A professional claim of as few words as it can do with. */
export function aProfessionalClaim(changes: Partial<Claim> = {}): Claim {
  const lines = changes.lines ?? [aVisit()];
  return {
    kind: 'professional',
    controlNumber: 'SB-1001',
    frequency: '1',
    placeOfService: '11',
    billingProvider: { name: 'Invented Practice', npi: npi.practice, taxId: '999000051', address: street },
    payerSequence: 'P',
    payer: { payerId: 'INV01', name: 'Imaginary Health Plan', claimFilingIndicator: 'CI' },
    subscriber: {
      firstName: 'Testa',
      lastName: 'Patientson',
      birthDate: isoDate('1980-05-17'),
      sex: 'F',
      address: home,
      memberId: 'M-0000071',
    },
    relationship: 'self',
    otherCoverages: [],
    diagnoses: ['E11.9'],
    assignmentOfBenefits: true,
    charge: charge(lines),
    lines,
    ...changes,
  };
}

const allBoxesLines: ClaimLine[] = [
  aVisit({
    procedure: 'J3490',
    modifiers: ['25', '59', 'RT', 'GY'],
    description: 'Invented solution, 4 ml',
    charge: cents(1234567),
    units: 2.5,
    diagnosisPointers: [1, 12, 3, 2],
    serviceDateTo: isoDate('2027-03-02'),
    emergency: true,
    epsdt: true,
    familyPlanning: true,
    drug: { code: '00000-1111-22', quantity: 4, unit: 'ML' },
  }),
  aVisit({
    procedure: '00142',
    modifiers: ['AA'],
    charge: cents(60005),
    units: 61,
    unitBasis: 'MJ',
    placeOfService: '22',
    purchasedService: { providerId: 'LAB1', charge: cents(4005) },
    renderingProvider: {
      lastName: 'Other',
      npi: npi.second,
      firstName: 'Otto',
      otherIds: [{ kind: 'G2', id: 'OTH-77' }],
    },
  }),
];

/** A professional claim that fills every box it can. */
export function allBoxesClaim(): Claim {
  return aProfessionalClaim({
    frequency: '7',
    payerControlNumber: 'P77003',
    billingProvider: {
      name: 'Invented Practice, Inc.',
      npi: npi.practice,
      taxId: '999-00-0051',
      taxIdType: 'SY',
      taxonomy: '207Q00000X',
      address: { ...street, line2: 'Suite 5' },
      contacts: [{ name: 'Billa Biller', phone: '(555) 555-0150' }],
    },
    payer: {
      payerId: 'INV01',
      name: 'Imaginary Health Plan',
      claimFilingIndicator: 'MC',
      address: {
        line1: 'P.O. Box 7',
        line2: 'Claims, 2nd Floor',
        city: 'Sampleton',
        state: 'OH',
        zip: '44099',
      },
      billingProviderIds: [{ kind: 'G2', id: 'PRAC-1' }],
    },
    subscriber: {
      firstName: 'José',
      middleName: 'Quentin',
      lastName: 'Parent-Son',
      suffix: 'Jr.',
      birthDate: isoDate('1975-12-31'),
      sex: 'M',
      address: street,
      contact: { phone: '5555550151' },
      memberId: 'M-0000072',
      groupNumber: 'GRP 500',
      groupName: "Teacher's Union",
    },
    relationship: 'child',
    patient: {
      firstName: 'Tiny',
      lastName: 'Parent-Son',
      birthDate: isoDate('2015-09-30'),
      sex: 'F',
      address: home,
      contact: { phone: '1-555-555-0152' },
      casualtyClaimNumber: 'PC-9',
    },
    otherCoverages: [
      {
        sequence: 'S',
        payer: { payerId: 'INV02', name: 'Make-Believe Mutual', claimFilingIndicator: 'CI' },
        subscriber: { firstName: 'Spousa', lastName: 'Patientson', memberId: 'X-9 1', groupNumber: 'G-79' },
        relationship: 'child',
        paid: cents(8050),
      },
    ],
    diagnoses: 'S13.4XXA V43.52XA I10 E11.9 E78.5 F41.1 K21.9 J45.909 M54.50 N18.31 R05.9 D64.9'.split(' '),
    relatedCauses: { causes: ['AA', 'EM'], state: 'OH' },
    dates: {
      onset: isoDate('2027-02-27'),
      accident: isoDate('2027-02-26'),
      disability: { from: isoDate('2027-02-28'), to: isoDate('2027-03-31') },
      admission: isoDate('2027-03-01'),
      discharge: isoDate('2027-03-04'),
    },
    authorizationNumber: 'AUTH-77 8',
    conditions: ['W2', 'W3'],
    certifications: [{ category: 'ZZ', applies: true, conditions: ['ST'] }],
    attachments: [{ report: 'OZ', transmission: 'BM', controlNumber: 'REP-1' }],
    notes: [{ kind: 'ADD', text: 'Seen after hours;  stayed for observation until noon.' }],
    referringProvider: {
      lastName: 'Sender',
      firstName: 'Referra',
      middleName: 'Bea',
      npi: npi.sender,
      otherIds: [{ kind: '0B', id: 'LIC-5' }],
    },
    renderingProvider: { lastName: 'Doctor', firstName: 'Imogen', npi: npi.doctor, taxonomy: '207Q00000X' },
    serviceFacility: {
      name: 'Invented General',
      npi: npi.place,
      address: { ...street, line1: '3 Nowhere Street' },
      otherIds: [{ kind: 'LU', id: 'LOC-2' }],
    },
    patientPaid: cents(2000),
    lines: allBoxesLines,
    charge: charge(allBoxesLines),
  });
}

export function aRevenueLine(changes: Partial<ClaimLine> = {}): ClaimLine {
  return {
    controlNumber: '1',
    revenueCode: '0300',
    procedure: '80053',
    modifiers: [],
    charge: cents(10050),
    units: 1,
    unitBasis: 'UN',
    diagnosisPointers: [],
    serviceDate: isoDate('2027-03-11'),
    ...changes,
  };
}

/** An institutional claim of as few words as it can do with. */
export function anInstitutionalClaim(changes: Partial<Claim> = {}): Claim {
  const lines = changes.lines ?? [aRevenueLine()];
  return {
    kind: 'institutional',
    controlNumber: 'H-2001',
    frequency: '1',
    facilityCode: '13',
    billingProvider: {
      name: 'Invented Hospital',
      npi: npi.hospital,
      taxId: '999000061',
      address: street,
    },
    payerSequence: 'P',
    payer: { payerId: 'INV01', name: 'Imaginary Health Plan', claimFilingIndicator: 'CI' },
    subscriber: {
      firstName: 'Testa',
      lastName: 'Patientson',
      birthDate: isoDate('1950-05-17'),
      sex: 'F',
      address: home,
      memberId: 'M0000081',
    },
    relationship: 'self',
    otherCoverages: [],
    diagnoses: ['K80.00'],
    assignmentOfBenefits: true,
    statement: { from: isoDate('2027-03-10'), to: isoDate('2027-03-14') },
    attendingProvider: { lastName: 'Doctor', firstName: 'Imogen', npi: npi.attending },
    charge: charge(lines),
    lines,
    ...changes,
  };
}

const { procedure: _, serviceDate: __, ...bed } = aRevenueLine({ revenueCode: '0120', unitBasis: 'DA' });

const allLocatorsLines: ClaimLine[] = [
  { ...bed, charge: cents(600000), units: 4 },
  aRevenueLine({
    revenueCode: '0636',
    procedure: 'J0690',
    modifiers: ['JW', '59', 'RT', 'XU'],
    charge: cents(200005),
    notCovered: cents(1000),
    units: 12.5,
    drug: { code: '00000-1111-22', quantity: 12.5, unit: 'UN' },
  }),
  aRevenueLine({ revenueCode: '0490', procedure: '25605', description: 'Closed, with care' }),
];

/** An institutional claim, to its second payer, that fills every form locator it can. */
export function allLocatorsClaim(): Claim {
  return anInstitutionalClaim({
    facilityCode: '11',
    frequency: '7',
    payerControlNumber: 'P88001',
    billingProvider: {
      name: 'Invented Hospital',
      npi: npi.hospital,
      taxId: '99-9000061',
      taxonomy: '282N00000X',
      address: { ...street, zip: '440999998' },
      contacts: [{ phone: '555-555-0160' }],
      payToAddress: { line1: 'PO Box 11', city: 'Sampleton', state: 'OH', zip: '44099' },
    },
    payerSequence: 'S',
    payer: {
      payerId: 'INV02',
      name: 'Make-Believe Mutual',
      claimFilingIndicator: 'CI',
      billingProviderIds: [{ kind: 'G2', id: 'HOSP2' }],
    },
    subscriber: {
      firstName: 'Spousa',
      middleName: 'Quinn',
      lastName: 'Patientson',
      address: { line1: '5 Example Road', line2: 'Rear House', city: 'Sampleton', state: 'OH', zip: '44099' },
      memberId: 'M0000082',
      groupNumber: 'GRP-100',
      groupName: 'Example Union',
    },
    relationship: 'spouse',
    patient: {
      firstName: 'Testa',
      middleName: 'Q',
      lastName: "O'Patient",
      suffix: 'III',
      birthDate: isoDate('1950-05-17'),
      sex: 'F',
      address: { ...home, country: 'CA', state: '', subdivision: 'CA-ON', zip: 'K1A 0B1' },
      patientId: 'PAT-5',
    },
    otherCoverages: [
      {
        sequence: 'T',
        payer: { payerId: 'INV03', name: 'Third Fund', claimFilingIndicator: 'CI' },
        subscriber: {
          firstName: '',
          lastName: 'Example Employer',
          organization: true,
          memberId: 'W1',
        },
        relationship: 'employee',
        assignmentOfBenefits: 'not-applicable',
      },
      {
        sequence: 'P',
        payer: { payerId: 'INV01', name: 'Imaginary Health Plan', claimFilingIndicator: 'CI' },
        subscriber: { firstName: 'Testa', lastName: "O'Patient", memberId: 'M0000081', groupNumber: 'G77' },
        relationship: 'self',
        paid: cents(500000),
        assignmentOfBenefits: false,
        releaseOfInformation: 'I',
        authorizationNumber: 'AUTH1',
        payerControlNumber: 'P11',
        providerIds: [{ role: '85', ids: [{ kind: 'G2', id: 'HOSP1' }] }],
      },
    ],
    diagnoses: [
      'K80.00',
      'E11.9',
      'I10',
      'T81.41XA',
      'S52.501A',
      'N18.31',
      'E78.5',
      'F41.1',
      'K21.9',
      'J45.909',
    ],
    dates: {
      admission: isoDate('2027-03-10'),
      admissionTime: '0815',
      dischargeTime: '1430',
    },
    admission: { type: '1', source: '2', patientStatus: '01' },
    authorizationNumber: 'AUTH2',
    references: { medicalRecord: 'MR55501', autoAccidentState: 'OH' },
    patientDue: cents(10000),
    notes: [
      { kind: 'MED', text: 'Allergic to penicillin' },
      { kind: 'ADD', text: 'Second stay within a week, after an accident on the way home' },
    ],
    conditions: ['09', '77'],
    institutional: {
      presentOnAdmission: ['Y', 'N', '', 'U', 'W'],
      admittingDiagnosis: 'R10.11',
      visitReasons: ['M25.531', 'R60.9'],
      externalCauses: [{ code: 'V43.52XA', presentOnAdmission: 'Y' }, { code: 'Y83.8' }],
      drg: '419',
      procedures: [
        { code: '0FT44ZZ', date: isoDate('2027-03-11') },
        { code: '0DJ08ZZ', date: isoDate('2027-03-12') },
        { code: '0W9G3ZZ', date: isoDate('2027-03-12') },
        { code: '0BH17EZ' },
      ],
      occurrences: [
        { code: '11', date: isoDate('2027-03-08') },
        { code: '01', date: isoDate('2027-03-07') },
      ],
      occurrenceSpans: [{ code: '74', from: isoDate('2027-03-12'), to: isoDate('2027-03-13') }],
      values: [
        { code: '80', amount: cents(400) },
        { code: '01', amount: cents(150000) },
        { code: '45', amount: cents(800) },
        { code: 'A2', amount: cents(5) },
      ],
    },
    operatingProvider: {
      lastName: 'Knife',
      suffix: 'II',
      firstName: 'Ivor',
      npi: npi.surgeon,
      otherIds: [{ kind: '0B', id: 'LIC7' }],
    },
    otherOperatingProvider: { lastName: 'Second', firstName: 'Iris', npi: npi.second },
    renderingProvider: { lastName: 'Worker', firstName: 'Renate', npi: npi.rendering },
    lines: allLocatorsLines,
    charge: charge(allLocatorsLines),
  });
}
