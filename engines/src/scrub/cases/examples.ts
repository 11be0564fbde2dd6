import { type Claim, type ClaimLine, cents, isoDate } from '../../model/index.ts';
import type { ScrubCode, ScrubFacts } from '../facts.ts';

export const today = isoDate('2027-03-20');
export const visit = isoDate('2027-03-01');

const address = { line1: '1 Example Street', city: 'Sampletown', state: 'OH', zip: '430040001' };

export function aLine(part: Partial<ClaimLine> = {}): ClaimLine {
  return {
    controlNumber: 'L1',
    procedure: '99213',
    modifiers: [],
    charge: cents(15000),
    units: 1,
    unitBasis: 'UN',
    diagnosisPointers: [1],
    serviceDate: visit,
    ...part,
  };
}

/** A claim without any finding; two lines so that order can matter. */
export function aClaim(part: Partial<Claim> = {}): Claim {
  const lines = part.lines ?? [
    aLine(),
    aLine({ controlNumber: 'L2', procedure: '87880', charge: cents(4000), diagnosisPointers: [2] }),
  ];
  return {
    kind: 'professional',
    controlNumber: 'SB-2027-0001',
    frequency: '1',
    placeOfService: '11',
    billingProvider: {
      name: 'Example Clinic',
      npi: '1234567893',
      taxId: '123456789',
      taxonomy: '207Q00000X',
      address,
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
      memberId: 'M0001',
    },
    relationship: 'self',
    otherCoverages: [],
    diagnoses: ['J02.9', 'R50.9'],
    assignmentOfBenefits: true,
    charge: cents(lines.reduce((total, line) => total + line.charge, 0)),
    ...part,
    lines,
  };
}

/** A few codes with the notes that the rules read; `Z98.9` ended with the year before, `Z99.9` begins with the next. */
const codes: Record<string, ScrubCode> = {
  'J02.9': { billable: true },
  'R50.9': { billable: true, excludes1: ['fever of newborn (P81.9)'] },
  E11: { billable: false },
  'E11.9': {
    billable: true,
    excludes1: ['type 1 diabetes mellitus (E10.-)', 'gestational diabetes (O24.4-)'],
  },
  'E10.9': { billable: true },
  'D57.1': { billable: true, excludes1: ['other hemoglobinopathies (D58.-)', 'thalassemia (D56.0-D56.9)'] },
  'D56.1': { billable: true },
  'F02.80': { billable: true, codeFirst: ['the underlying physiological condition, such as:'] },
  'N18.3': { billable: true, codeFirst: ['any associated: diabetic chronic kidney disease (E11.22)'] },
  'L97.909': { billable: true, codeFirst: ['any associated underlying condition, such as:'] },
  'I50.9': { billable: true, codeFirst: ['the underlying condition, if applicable'] },
  'S52.501A': { billable: true },
  'W01.0XXA': { billable: true },
};

export function someFacts(part: Partial<ScrubFacts> = {}): ScrubFacts {
  return {
    today,
    codesOn: (date) => ({
      edition: date < '2026-10-01' ? 'FY2026' : 'FY2027',
      lookup: (code) => (code === 'Z98.9' && date < '2026-10-01' ? { billable: true } : codes[code]),
    }),
    isPlaceOfService: (code) => ['02', '10', '11', '22'].includes(code),
    timelyFilingDays: 90,
    authorizationRequired: new Set(['70551']),
    authorizations: [{ number: 'A1', procedures: ['70551'], from: visit, to: isoDate('2027-05-31') }],
    earlierClaims: [],
    knownProcedures: new Set(['99213', '99214', '87880', '70551', '12001', '92012', 'G0439', 'J1885']),
    ...part,
  };
}

interface Case {
  /** What is special about it, to follow the rule's id: `has twelve`. */
  name: string;
  claim?: Partial<Claim>;
  facts?: Partial<ScrubFacts>;
  /** Where the rule finds fault; empty when it passes. */
  at: string[];
  severity?: 'warning' | 'info';
}

/** Cases by rule id; for each rule one that passes, one that fails and one at the edge. */
export type Cases = Record<string, [Case, Case, Case, ...Case[]]>;
