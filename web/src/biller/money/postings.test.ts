import { cents, isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { postingsOf } from './postings.ts';

const entry = (postingId: string, account: string, amount: number) => ({
  postingId,
  ordinal: 1,
  postedOn: isoDate('2026-11-04'),
  kind: 'charge',
  memo: '',
  account,
  amountCents: cents(amount),
  chargeId: null,
});

test('entries of one posting stand together, added up by account, with what the patient owes after it', () => {
  const postings = postingsOf([
    entry('p1', 'insurance-receivable', 10_000),
    entry('p1', 'revenue', -10_000),
    entry('p2', 'cash-payer', 6_000),
    entry('p2', 'insurance-receivable', -6_000),
    entry('p2', 'patient-receivable', 1_500),
    entry('p2', 'patient-receivable', 500),
    entry('p2', 'insurance-receivable', -2_000),
    entry('p3', 'cash-patient', 2_000),
    entry('p3', 'patient-receivable', -2_000),
  ]);
  expect(postings.map(({ id, patientBalance }) => [id, patientBalance])).toEqual([
    ['p1', 0],
    ['p2', 2_000],
    ['p3', 0],
  ]);
  expect(postings[1]?.moves.map(({ account, amount }) => [account, amount])).toEqual([
    ['cash-payer', 6_000],
    ['insurance-receivable', -8_000],
    ['patient-receivable', 2_000],
  ]);
});

test('an account that comes out even is left out', () => {
  const [posting] = postingsOf([
    entry('p', 'suspense', 5),
    entry('p', 'suspense', -5),
    entry('p', 'revenue', 0),
  ]);
  expect(posting?.moves).toEqual([]);
});
