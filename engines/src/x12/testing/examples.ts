import { type Claim, cents, completeNpi, type Instant, isoDate, type Remit } from '../../model/index.ts';
import type { Exchange835, Submission837 } from '../exchange.ts';

// Everybody here is invented: names say so, numbers are 555-01xx, NPIs begin with 1999.

/** A valid claim for one visit, the patient being the subscriber. */
export function aClaim(part: Partial<Claim> = {}): Claim {
  return {
    kind: 'professional',
    controlNumber: 'C1001',
    frequency: '1',
    placeOfService: '11',
    billingProvider: {
      name: 'Invented Family Practice',
      npi: completeNpi('199900001'),
      taxId: '999000001',
      taxonomy: '207Q00000X',
      address: { line1: '1 Nowhere Street', city: 'Sampleton', state: 'OH', zip: '440999998' },
      contacts: [{ name: 'Invented Family Practice', phone: '5555550101' }],
    },
    renderingProvider: {
      npi: completeNpi('199900002'),
      lastName: 'Doctor',
      firstName: 'Imogen',
      taxonomy: '207Q00000X',
    },
    payerSequence: 'P',
    payer: { payerId: 'INV01', name: 'Imaginary Health Plan', claimFilingIndicator: 'CI' },
    subscriber: {
      firstName: 'Testa',
      lastName: 'Patientson',
      birthDate: isoDate('1980-05-17'),
      sex: 'F',
      address: { line1: '2 Example Road', city: 'Sampleton', state: 'OH', zip: '44099' },
      memberId: 'M0000001',
    },
    relationship: 'self',
    otherCoverages: [],
    diagnoses: ['E11.22', 'N18.31'],
    assignmentOfBenefits: true,
    charge: cents(20050),
    lines: [
      {
        controlNumber: 'C1001-1',
        procedure: '99214',
        modifiers: ['25'],
        charge: cents(18000),
        units: 1,
        unitBasis: 'UN',
        diagnosisPointers: [1, 2],
        serviceDate: isoDate('2027-03-01'),
      },
      {
        controlNumber: 'C1001-2',
        procedure: '36415',
        modifiers: [],
        charge: cents(2050),
        units: 1,
        unitBasis: 'UN',
        diagnosisPointers: [1],
        serviceDate: isoDate('2027-03-01'),
      },
    ],
    ...part,
  };
}

/** The same visit for the subscriber's child. */
export function aDependentClaim(part: Partial<Claim> = {}): Claim {
  const { subscriber, ...rest } = aClaim();
  return {
    ...rest,
    subscriber: {
      firstName: subscriber.firstName,
      lastName: subscriber.lastName,
      memberId: subscriber.memberId,
    },
    relationship: 'child',
    patient: {
      firstName: 'Tiny',
      lastName: 'Patientson',
      birthDate: isoDate('2015-09-30'),
      sex: 'M',
      address: { line1: '2 Example Road', city: 'Sampleton', state: 'OH', zip: '44099' },
    },
    ...part,
  };
}

/** A claim to a secondary payer after the first has decided. */
export function aSecondaryClaim(): Claim {
  const claim = aClaim();
  const decided = isoDate('2027-03-02');
  const [visit, draw] = claim.lines;
  if (!visit || !draw) throw new Error('two lines wanted');
  return {
    ...claim,
    payerSequence: 'S',
    otherCoverages: [
      {
        sequence: 'P',
        payer: { payerId: 'INV02', name: 'Make-Believe Mutual', claimFilingIndicator: 'CI' },
        subscriber: { firstName: 'Spousa', lastName: 'Patientson', memberId: 'M0000002' },
        relationship: 'spouse',
        paid: cents(10000),
      },
    ],
    lines: [
      {
        ...visit,
        adjudications: [
          {
            payerId: 'INV02',
            paid: cents(9000),
            units: 1,
            adjustments: [
              { group: 'CO', reason: '45', amount: cents(6000) },
              { group: 'PR', reason: '2', amount: cents(3000) },
            ],
            date: decided,
          },
        ],
      },
      {
        ...draw,
        adjudications: [
          {
            payerId: 'INV02',
            paid: cents(1000),
            units: 1,
            adjustments: [{ group: 'CO', reason: '45', amount: cents(1050) }],
            date: decided,
          },
        ],
      },
    ],
  };
}

const envelope = {
  controlNumbers: { interchange: 1, group: 1, transaction: 1 },
  createdAt: '2027-03-02T09:30:15.000Z' as Instant,
  usage: 'T' as const,
};

export function aSubmission(part: Partial<Submission837> = {}): Submission837 {
  return {
    ...envelope,
    submitter: {
      name: 'Invented Family Practice',
      id: 'PRACTICE1',
      contacts: [{ name: 'Billa Biller', phone: '5555550102' }],
    },
    receiver: { name: 'Imaginary Clearing', id: 'CLEAR1' },
    claims: [aClaim()],
    ...part,
  };
}

/** What a payer pays for {@link aClaim}: one line in full but for the contract and a copay, one denied. */
export function aRemit(part: Partial<Remit> = {}): Remit {
  return {
    payer: {
      name: 'Imaginary Health Plan',
      id: 'INV01',
      address: { line1: '3 Fiction Avenue', city: 'Sampleton', state: 'OH', zip: '44099' },
      contact: { name: 'Help Desk', phone: '5555550103' },
    },
    payee: { name: 'Invented Family Practice', npi: completeNpi('199900001'), taxId: '999000001' },
    paid: cents(9000),
    method: 'CHK',
    paymentDate: isoDate('2027-03-15'),
    traceNumber: 'T900001',
    traceOrigin: '1999000009',
    claims: [
      {
        controlNumber: 'C1001',
        status: '1',
        charge: cents(20050),
        paid: cents(10000),
        patientResponsibility: cents(2000),
        claimFilingIndicator: '12',
        payerControlNumber: 'P77001',
        placeOfService: '11',
        frequency: '1',
        patient: { lastName: 'Patientson', firstName: 'Testa', memberId: 'M0000001' },
        adjustments: [],
        remarks: ['MA01'],
        lines: [
          {
            controlNumber: 'C1001-1',
            procedure: '99214',
            modifiers: ['25'],
            charge: cents(18000),
            paid: cents(10000),
            units: 1,
            serviceDate: isoDate('2027-03-01'),
            allowed: cents(12000),
            adjustments: [
              { group: 'CO', reason: '45', amount: cents(6000) },
              { group: 'PR', reason: '3', amount: cents(2000) },
            ],
            remarks: [],
          },
          {
            controlNumber: 'C1001-2',
            procedure: '36415',
            modifiers: [],
            charge: cents(2050),
            paid: cents(0),
            units: 1,
            serviceDate: isoDate('2027-03-01'),
            adjustments: [{ group: 'CO', reason: '97', amount: cents(2050) }],
            remarks: ['N130'],
          },
        ],
      },
    ],
    providerAdjustments: [
      {
        reason: 'WO',
        reference: 'OLD1',
        amount: cents(1000),
        providerId: completeNpi('199900001'),
        fiscalYearEnd: isoDate('2027-12-31'),
      },
    ],
    ...part,
  };
}

export function anExchange835(part: Partial<Exchange835> = {}): Exchange835 {
  return { ...envelope, sender: { id: 'INV01' }, receiver: { id: 'PRACTICE1' }, remits: [aRemit()], ...part };
}
