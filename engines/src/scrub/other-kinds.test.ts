import { expect, test } from 'vitest';
import type { Claim } from '../model/index.ts';
import { someFacts } from './cases/examples.ts';
import { aDentalClaim, aHospitalClaim } from './cases/other-kinds.ts';
import { readClaimJson } from './claim-json.ts';
import { scrub } from './scrub.ts';

const { knownProcedures: _, ...facts } = someFacts();
const [room, test1] = aHospitalClaim().lines;
const [filling, other] = aDentalClaim().lines;
if (!room || !test1 || !filling || !other) throw new Error('two lines each are wanted');
const many = Array.from({ length: 26 }, (_, index) => `A${10 + index}`);

test.each<[what: string, Claim, found: string[]]>([
  ['a stay', aHospitalClaim(), []],
  ['an interim bill of a stay', aHospitalClaim({ frequency: '2' }), []],
  ['a corrected stay without its number', aHospitalClaim({ frequency: '7' }), ['frequency-without-original']],
  [
    'two days in one kind of room',
    aHospitalClaim({
      lines: [room, { ...room, controlNumber: 'L2', revenueCode: '0200' }],
      charge: room.charge,
    }),
    ['claim-total'],
  ],
  [
    'a test without code',
    aHospitalClaim({ lines: [room, { ...test1, procedure: '878' }] }),
    ['procedure-form'],
  ],
  [
    'a rate code of its own form',
    aHospitalClaim({ lines: [room, { ...test1, procedure: '1AFKS', procedureQualifier: 'HP' }] }),
    [],
  ],
  [
    'an attending provider unknown',
    aHospitalClaim({ attendingProvider: { npi: '1', lastName: 'X' } }),
    ['provider-npi'],
  ],
  ['fillings', aDentalClaim(), []],
  ['fillings at no place', { ...aDentalClaim(), placeOfService: '' }, ['place-of-service-unknown']],
  [
    'one filling twice',
    aDentalClaim({ lines: [filling, { ...filling, controlNumber: 'L2' }] }),
    ['line-repeated', 'line-repeated'],
  ],
])('%s', (_, claim, found) => {
  expect(scrub(claim, facts).map(({ rule }) => rule)).toEqual(found);
});

test.each<[Claim, string]>([
  [aHospitalClaim({ diagnoses: many }), 'diagnoses[25]'],
  [aDentalClaim({ diagnoses: many.slice(0, 5) }), 'diagnoses[4]'],
])('each kind of claim has room for its own number of diagnoses: $kind', (claim, at) => {
  const found = scrub(claim, facts).filter(({ rule }) => rule === 'diagnosis-too-many');
  expect(found.map((finding) => finding.at)).toEqual([at]);
});

test.each([aHospitalClaim(), aDentalClaim()])(
  'a claim that is $kind survives being written as JSON',
  (claim) => {
    expect(readClaimJson(JSON.parse(JSON.stringify(claim)))).toEqual({ claim });
  },
);

test.each([
  [{ kind: 'other' }, 'kind must be one of professional, institutional, dental'],
  [{ kind: 'institutional', statement: { from: '2027-03-01' } }, 'statement.to is missing'],
  [
    { institutional: { values: [{ code: '80', amount: 1.5 }] } },
    'institutional.values[0].amount must be whole cents',
  ],
  [{ lines: 'none' }, 'lines must be a list'],
])('%j cannot be read: %s', (json, problem) => {
  expect(readClaimJson(json)).toEqual({ problems: [problem] });
});
