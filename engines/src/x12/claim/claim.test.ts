import { expect, test } from 'vitest';
import {
  type Claim,
  type ClaimLine,
  cents,
  isoDate,
  serviceEnd,
  serviceStart,
  typeOfBill,
} from '../../model/index.ts';
import { read837, type Submission837, write837, X12WriteError } from '../index.ts';
import { aDentalFile } from '../testing/dental-example.ts';
import { aClaim, aSubmission } from '../testing/examples.ts';
import { anInstitutionalFile } from '../testing/institutional-example.ts';

function only(file: string): Submission837 {
  const [submission] = read837(file).submissions;
  if (!submission) throw new Error('a submission is wanted');
  return submission;
}

/**
 * Every segment of the transaction but its numbers, sorted: their order within a loop is free. That a dental
 * procedure was done once (SV306) may go without saying; we say it.
 */
function segmentsOf(file: string): string[] {
  return file
    .split('~')
    .map((segment) => {
      const elements = segment.trim().split('*');
      if (elements[0] === 'SV3') elements[6] ||= '1';
      return [...elements].map((element) => element ?? '').join('*');
    })
    .filter((segment) => !/^(?:ISA|GS|ST|BHT|SE|GE|IEA)\b/.test(segment) && segment !== '')
    .sort();
}

test.each([
  ['hospital', anInstitutionalFile()],
  ['dental', aDentalFile()],
])('every segment of the %s sample is written again', (_, file) => {
  expect(segmentsOf(write837(only(file)))).toEqual(segmentsOf(file));
});

test('a hospital claim says how the patient came, what was coded and what each line is for', () => {
  const [claim] = only(anInstitutionalFile()).claims;
  if (!claim) throw new Error('a claim is wanted');
  expect(typeOfBill(claim)).toBe('0111');
  expect(claim).toMatchObject({
    kind: 'institutional',
    statement: { from: '2027-03-10', to: '2027-03-14' },
    dates: { admission: '2027-03-10', admissionTime: '0815', dischargeTime: '1430' },
    admission: { type: '1', source: '1', patientStatus: '01' },
    diagnoses: ['K80.00', 'E11.9', 'I10', 'T81.41XA'],
    institutional: {
      presentOnAdmission: ['Y', 'Y', 'Y', 'N'],
      admittingDiagnosis: 'R10.11',
      drg: '419',
      procedures: [{ code: '0FT44ZZ', date: '2027-03-11' }, { code: '0DJ08ZZ' }, { code: '0W9G3ZZ' }],
      occurrences: [{ code: '11', date: '2027-03-08' }],
      values: [
        { code: '80', amount: 400 },
        { code: '01', amount: 150000 },
      ],
    },
    conditions: ['09'],
    patientDue: 150000,
  });
  expect(claim.lines[3]).toMatchObject({
    revenueCode: '0636',
    procedure: 'J0690',
    drug: { code: '00000111122', quantity: 4, unit: 'UN', prescriptionNumber: 'RX2001' },
  });
  expect(claim.lines[3]?.adjudications?.[0]).not.toHaveProperty('procedure');
});

test.each<
  [string, Partial<Pick<Claim, 'serviceDate' | 'serviceDateTo' | 'statement'>>, Partial<ClaimLine>, unknown]
>([
  ['its own', {}, { serviceDate: isoDate('2027-03-01') }, ['2027-03-01', '2027-03-01']],
  [
    "the claim's",
    { serviceDate: isoDate('2027-03-01'), serviceDateTo: isoDate('2027-03-02') },
    {},
    ['2027-03-01', '2027-03-02'],
  ],
  [
    "the statement's",
    { statement: { from: isoDate('2027-03-01'), to: isoDate('2027-03-05') } },
    {},
    ['2027-03-01', '2027-03-05'],
  ],
  ['none', {}, {}, [undefined, undefined]],
])('the days of a line are %s', (_, claim, line, days) => {
  expect([serviceStart(claim, line), serviceEnd(claim, line)]).toEqual(days);
});

const [line] = aClaim().lines;
const dental: Partial<Claim> = { kind: 'dental', diagnoses: [] };
const lines = (part: Partial<ClaimLine>): Claim['lines'] =>
  line ? [{ ...line, diagnosisPointers: [], ...part }] : [];

test.each<[what: string, Partial<Claim>, at: string]>([
  ['a type of bill', { facilityCode: '11' }, 'facilityCode'],
  [
    'a statement period',
    { statement: { from: isoDate('2027-03-01'), to: isoDate('2027-03-01') } },
    'statement',
  ],
  ['missing teeth', { toothStatuses: [{ tooth: '8', status: 'M' }] }, 'toothStatuses'],
  ['who attended', { attendingProvider: { lastName: 'Doctor' } }, 'attendingProvider'],
  ['a time of admission', { dates: { admissionTime: '0815' } }, 'dates.admissionTime'],
  ['an accident state in REF', { references: { autoAccidentState: 'OH' } }, 'references.autoAccidentState'],
  ['thirteen diagnoses', { diagnoses: Array.from({ length: 13 }, () => 'I10') }, 'diagnoses'],
  ['a revenue code', { lines: lines({ revenueCode: '0300' }) }, 'lines[0].revenueCode'],
  ['five modifiers', { lines: lines({ modifiers: ['25', '59', 'LT', 'RT', '76'] }) }, 'modifiers'],
  ['five diagnoses, dental', { ...dental, diagnoses: Array.from({ length: 5 }, () => 'I10') }, 'diagnoses'],
  [
    'an ambulance, dental',
    { ...dental, lines: lines({ ambulance: { reason: 'A', distance: 1 } }) },
    'lines[0].ambulance',
  ],
  ['eighteen characters', { controlNumber: 'C12345678901234567' }, 'CLM01'],
])('a claim is refused for what it has no place for: %s', (_, part, at) => {
  const refuse = () => write837(aSubmission({ claims: [aClaim(part)] }));
  expect(refuse).toThrow(X12WriteError);
  expect(refuse).toThrow(new RegExp(`^${at.replace(/[[\].]/g, '\\$&')}: `));
});

test.each<[what: string, Claim[], message: string]>([
  ['nothing', [], 'claims: there is none to send'],
  [
    'two kinds',
    [aClaim(), aClaim({ ...dental, controlNumber: 'C2', lines: lines({}) })],
    'claims: claims of different kinds cannot stand in one transaction',
  ],
  ['one number twice', [aClaim(), aClaim()], 'CLM01: is used twice in the submission'],
])('a submission of %s is refused', (_, claims, message) => {
  expect(() => write837(aSubmission({ claims }))).toThrow(message);
});

test('a line of a claim by another coding system keeps its system', () => {
  const file = write837(
    aSubmission({ claims: [aClaim({ diagnoses: ['401.9', 'E878.0'], diagnosisSystem: 'icd9cm' })] }),
  );
  expect(file).toContain('HI*BK:4019*BF:E8780~');
  expect(only(file).claims[0]).toMatchObject({ diagnoses: ['401.9', 'E878.0'], diagnosisSystem: 'icd9cm' });
});

test('amounts of a repricer, a contract and taxes keep their cents', () => {
  const claim = aClaim({
    repricing: { method: '03', allowed: cents(10050), savings: cents(10000) },
    contract: { type: '02', amount: cents(99) },
  });
  const file = write837(aSubmission({ claims: [claim] }));
  expect(file).toContain('HCP*03*100.5*100~');
  expect(file).toContain('CN1*02*0.99~');
});
