import { cents, isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { postingsOf } from './postings.ts';

const charge = (id: string) => ({
  id,
  serviceDate: isoDate('2026-11-04'),
  procedure: '99213',
  wording: `Service ${id}`,
});

const entry = (postingId: string, account: string, amount: number, chargeId: string | null = 'a') => ({
  postingId,
  ordinal: 1,
  postedOn: isoDate('2026-11-04'),
  kind: 'charge',
  memo: '',
  account,
  amountCents: cents(amount),
  chargeId,
});

test('entries of one posting stand together, with what the patient and insurers owe after it', () => {
  const postings = postingsOf({
    charges: [charge('a')],
    entries: [
      entry('p1', 'insurance-receivable', 10_000),
      entry('p1', 'revenue', -10_000),
      entry('p2', 'cash-payer', 6_000),
      entry('p2', 'insurance-receivable', -6_000),
      entry('p2', 'patient-receivable', 1_500),
      entry('p2', 'insurance-receivable', -1_500),
      entry('p3', 'cash-patient', 2_000),
      entry('p3', 'patient-receivable', -1_500),
      entry('p3', 'patient-credit', -500, null),
    ],
  });
  expect(postings.map((p) => [p.id, p.patientBalance, p.insuranceBalance])).toEqual([
    ['p1', 0, 10_000],
    ['p2', 1_500, 2_500],
    ['p3', -500, 2_500],
  ]);
});

test('what a posting moved stands service by service, each named once, added up by account', () => {
  const [posting] = postingsOf({
    charges: [charge('a'), charge('b')],
    entries: [
      entry('p', 'cash-payer', 60, 'a'),
      entry('p', 'cash-payer', 40, 'b'),
      entry('p', 'insurance-receivable', -60, 'a'),
      entry('p', 'insurance-receivable', -40, 'b'),
      entry('p', 'cash-payer', 5, 'a'),
      entry('p', 'insurance-receivable', -5, 'a'),
    ],
  });
  expect(posting?.moves.map((move) => [move.charge?.id, move.account, move.amount])).toEqual([
    ['a', 'cash-payer', 65],
    [undefined, 'insurance-receivable', -65],
    ['b', 'cash-payer', 40],
    [undefined, 'insurance-receivable', -40],
  ]);
});

test.each([
  { account: 'revenue', debit: -100, shown: 100 },
  { account: 'patient-credit', debit: -100, shown: 100 },
  { account: 'insurance-receivable', debit: -100, shown: -100 },
  { account: 'contractual-adjustments', debit: 100, shown: 100 },
])('an amount says by how much its account grew: $account', ({ account, debit, shown }) => {
  const [posting] = postingsOf({ charges: [], entries: [entry('p', account, debit)] });
  expect(posting?.moves.map(({ amount }) => amount)).toEqual([shown]);
});

test('an account that comes out even is left out, and the service is named on the next', () => {
  const [posting] = postingsOf({
    charges: [charge('a')],
    entries: [entry('p', 'suspense', 5), entry('p', 'suspense', -5), entry('p', 'revenue', -7)],
  });
  expect(posting?.moves.map((move) => [move.charge?.id, move.account])).toEqual([['a', 'revenue']]);
});
