import type { Charge, ClaimView, Encounter } from '@superbill/contract';
import { cents, type Instant, isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { type ChargeDraft, emptyDraft, isOutOfDate, readDraft, togglePointer } from './charge-values.ts';

const aDraft = (part: Partial<ChargeDraft> = {}): ChargeDraft => ({
  procedure: '99213',
  modifiers: '',
  units: '1',
  diagnoses: [],
  ...part,
});

test.each([
  { typed: '25', modifiers: ['25'] },
  { typed: '25 lt', modifiers: ['25', 'LT'] },
  { typed: ' 25,LT-59 ', modifiers: ['25', 'LT', '59'] },
  { typed: '', modifiers: [] },
])('modifiers typed as “$typed” are $modifiers', ({ typed, modifiers }) => {
  expect(readDraft(aDraft({ modifiers: typed }))).toMatchObject({ input: { modifiers } });
});

test.each([
  { part: { procedure: '9921' }, field: 'procedure' },
  { part: { modifiers: '255' }, field: 'modifiers' },
  { part: { modifiers: '25 59 LT RT 76' }, field: 'modifiers' },
  { part: { units: '0' }, field: 'units' },
  { part: { units: '1.5' }, field: 'units' },
  { part: { units: '' }, field: 'units' },
])('$part cannot be charged: $field', ({ part, field }) => {
  const read = readDraft(aDraft(part));
  expect('wrong' in read && Object.keys(read.wrong)).toEqual([field]);
});

test('a procedure may be typed in small letters', () => {
  expect(readDraft(aDraft({ procedure: 'j1745' }))).toMatchObject({ input: { procedure: 'J1745' } });
});

test('the only diagnosis is pointed to from the start; among several a person chooses', () => {
  expect(emptyDraft([{ id: 'a' }]).diagnoses).toEqual(['a']);
  expect(emptyDraft([{ id: 'a' }, { id: 'b' }]).diagnoses).toEqual([]);
});

test('pointers keep the order of choosing; a fifth changes nothing', () => {
  const chosen = ['c', 'a', 'd', 'b', 'e'].reduce<readonly string[]>(togglePointer, []);
  expect(chosen).toEqual(['c', 'a', 'd', 'b']);
  expect(togglePointer(chosen, 'a')).toEqual(['c', 'd', 'b']);
});

const charge: Charge = {
  id: 'k1',
  procedure: '99213',
  wording: 'Office visit',
  modifiers: [],
  units: 1,
  chargeCents: cents(16_500),
  serviceDate: isoDate('2026-11-04'),
  diagnoses: ['d2'],
  rowVersion: 1,
};
const code = (id: string, name: string, position: number): Encounter['codes'][number] => ({
  id,
  system: 'icd10cm',
  code: name,
  title: '',
  edition: 'FY2026',
  position,
  origin: 'search',
  path: [],
  evidence: [],
  decidedBy: '',
  decidedAt: '' as Instant,
});
const visit = { codes: [code('d1', 'I10', 1), code('d2', 'E11.9', 2)], charges: [charge] };
const claim: Pick<ClaimView, 'lines' | 'diagnoses'> = {
  diagnoses: [
    { code: 'I10', title: '' },
    { code: 'E11.9', title: '' },
  ],
  lines: [
    {
      id: null,
      lineNumber: 1,
      controlNumber: '',
      chargeId: 'k1',
      procedure: '99213',
      wording: '',
      modifiers: [],
      units: 1,
      diagnosisPointers: [2],
      chargeCents: cents(16_500),
      allowedCents: null,
      paidCents: cents(0),
      patientCents: cents(0),
      adjustments: [],
      remarks: [],
    },
  ],
};

test.each([
  { change: 'nothing', now: visit, outOfDate: false },
  { change: 'a pointer', now: { ...visit, charges: [{ ...charge, diagnoses: ['d1'] }] }, outOfDate: true },
  { change: 'a modifier', now: { ...visit, charges: [{ ...charge, modifiers: ['25'] }] }, outOfDate: true },
  { change: 'a charge more', now: { ...visit, charges: [charge, charge] }, outOfDate: true },
  {
    change: 'the order of codes',
    now: { ...visit, codes: [code('d2', 'E11.9', 1), code('d1', 'I10', 2)] },
    outOfDate: true,
  },
])('after $change a claim is out of date: $outOfDate', ({ now, outOfDate }) => {
  expect(isOutOfDate(claim, now)).toBe(outOfDate);
});
