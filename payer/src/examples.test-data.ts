import { type Claim, type ClaimLine, cents, isoDate } from '@superbill/engines/model';
import { type Plan, readPlan } from './plan.ts';

export const today = isoDate('2027-03-20');
export const visit = isoDate('2027-03-01');

/** A plan as its file holds it; tests change single fields. */
export function aPlanFile(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    payerId: 'EXAMP',
    name: 'Example Health Plan',
    claimFilingIndicator: 'CI',
    timelyFilingDays: 90,
    plan: {
      deductibleCents: 10000,
      copayCents: { office: 2500, specialist: 4000 },
      coinsurancePercent: 20,
      outOfPocketMaxCents: 50000,
    },
    allowedCents: {
      '99213': 9000,
      '99203': 12000,
      '80053': 2000,
      '73030': 8000,
      '70551': 60000,
      '99396': 15000,
      J1885: 333,
    },
    copayCodes: { office: ['99213'], specialist: ['99203'] },
    preventiveCodes: ['99396'],
    authorizationRequired: ['70551'],
    notCovered: ['11200'],
    memberIdPattern: '^EX\\d{4}$',
    members: [
      {
        memberId: 'EX0001',
        firstName: 'Sally',
        lastName: 'Sample',
        birthDate: '1980-05-05',
        sex: 'F',
        from: '2026-01-01',
      },
      {
        memberId: 'EX0001',
        firstName: 'Sam',
        lastName: 'Sample',
        birthDate: '2019-05-05',
        sex: 'M',
        from: '2026-01-01',
      },
      {
        memberId: 'EX0002',
        firstName: 'Bob',
        lastName: 'Example',
        birthDate: '1970-01-01',
        sex: 'M',
        from: '2026-01-01',
        to: '2027-02-28',
        usedDeductibleCents: 9000,
      },
    ],
    ...change,
  };
}

export function aPlan(change: Record<string, unknown> = {}): Plan {
  return readPlan(JSON.stringify(aPlanFile(change)), 'example.json');
}

const address = { line1: '1 Example Street', city: 'Sampletown', state: 'OH', zip: '430040001' };

export function aLine(part: Partial<ClaimLine> = {}): ClaimLine {
  return {
    controlNumber: 'L1',
    procedure: '73030',
    modifiers: [],
    charge: cents(15000),
    units: 1,
    unitBasis: 'UN',
    diagnosisPointers: [1],
    serviceDate: visit,
    ...part,
  };
}

export function aClaim(part: Partial<Claim> = {}): Claim {
  const lines = part.lines ?? [aLine()];
  return {
    kind: 'professional',
    controlNumber: 'SB1',
    frequency: '1',
    placeOfService: '11',
    billingProvider: {
      name: 'Example Clinic',
      npi: '1234567893',
      taxId: '123456789',
      taxonomy: '207Q00000X',
      address,
      contacts: [{ phone: '6145550100' }],
    },
    renderingProvider: { npi: '1234567893', lastName: 'Example', firstName: 'Pat' },
    payerSequence: 'P',
    payer: { payerId: 'EXAMP', name: 'Example Health Plan', claimFilingIndicator: 'CI' },
    subscriber: {
      firstName: 'Sally',
      lastName: 'Sample',
      birthDate: isoDate('1980-05-05'),
      sex: 'F',
      address,
      memberId: 'EX0001',
    },
    relationship: 'self',
    otherCoverages: [],
    diagnoses: ['M25.511'],
    assignmentOfBenefits: true,
    charge: cents(lines.reduce((total, line) => total + line.charge, 0)),
    ...part,
    lines,
  };
}
