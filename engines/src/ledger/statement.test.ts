import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Adjustment, cents, isoDate } from '../model/index.ts';
import { postCharge, postDiscount, postWriteOff } from './charge.ts';
import { aClaim, adjust, aRemitClaim, ids, reversalOf, today } from './examples.test-data.ts';
import { postOverpayment, postPatientPayment } from './patient-payment.ts';
import type { Entry } from './posting.ts';
import { postRemitClaim } from './remit-claim.ts';
import { type ServiceFacts, statementLines } from './statement.ts';

const service: ServiceFacts = {
  chargeId: 'charge-1',
  what: 'Office visit',
  by: 'Dr. Pat Example',
  date: isoDate('2027-03-01'),
  price: cents(15000),
  claim: { payer: 'Example Health Plan', sent: today },
};
const facts = aClaim();
const about = { chargeId: 'charge-1', patientId: 'patient-1', date: today };
const charged = postCharge({ ...about, amount: cents(15000), bill: 'insurance' }).entries;
const answered = (...adjustments: Adjustment[]) =>
  postRemitClaim(aRemitClaim(facts, [adjustments]), facts, today, ids).posting.entries;
const reversed = (...adjustments: Adjustment[]) =>
  postRemitClaim(reversalOf(aRemitClaim(facts, [adjustments])), facts, today, ids).posting.entries;
const paidByPatient = (amount: number, owed: number) =>
  postPatientPayment({ ...about, paymentId: 'payment-1', amount: cents(amount) }, [
    { chargeId: 'charge-1', owed: cents(owed) },
  ]).entries;
const discounted = adjust('CO', '45', 5000);

function lineOf(entries: Entry[], change: Partial<ServiceFacts> = {}) {
  const [line] = statementLines([{ ...service, ...change }], entries);
  if (!line) throw new Error('one line expected');
  return line;
}

test.each<{ name: string; entries: Entry[]; reason: string; owe: number }>([
  { name: 'sent', entries: charged, reason: 'waiting-for-insurer', owe: 0 },
  {
    name: 'under the deductible',
    entries: [...charged, ...answered(discounted, adjust('PR', '1', 10000))],
    reason: 'deductible',
    owe: 10000,
  },
  {
    name: 'under deductible and coinsurance',
    entries: [...charged, ...answered(adjust('PR', '2', 1000), discounted, adjust('PR', '1', 4000))],
    reason: 'deductible-and-coinsurance',
    owe: 5000,
  },
  {
    name: 'shared for three reasons',
    entries: [...charged, ...answered(adjust('PR', '2', 1), adjust('PR', '1', 2), adjust('PR', '3', 3))],
    reason: 'several-shares',
    owe: 6,
  },
  {
    name: 'paid by patient and plan',
    entries: [...charged, ...answered(discounted, adjust('PR', '3', 2000)), ...paidByPatient(2000, 2000)],
    reason: 'paid-in-full',
    owe: 0,
  },
  {
    name: 'paid by the plan',
    entries: [...charged, ...answered(discounted)],
    reason: 'contract-discount',
    owe: 0,
  },
  { name: 'paid at full price', entries: [...charged, ...answered()], reason: 'insurer-paid-all', owe: 0 },
  {
    name: 'late',
    entries: [...charged, ...answered(adjust('CO', '29', 15000))],
    reason: 'timely-filing',
    owe: 0,
  },
  {
    name: 'late and given up',
    entries: [
      ...charged,
      ...answered(adjust('CO', '29', 15000)),
      ...postWriteOff({ ...about, amount: cents(15000) }, 'insurance-denied').entries,
    ],
    reason: 'timely-filing',
    owe: 0,
  },
  {
    name: 'denied and given up',
    entries: [
      ...charged,
      ...answered(adjust('CO', '197', 15000)),
      ...postWriteOff({ ...about, amount: cents(15000) }, 'insurance-denied').entries,
    ],
    reason: 'taken-off',
    owe: 0,
  },
  {
    name: 'denied, reversed and paid',
    entries: [
      ...charged,
      ...answered(adjust('CO', '197', 15000)),
      ...reversed(adjust('CO', '197', 15000)),
      ...answered(discounted, adjust('PR', '3', 2000)),
    ],
    reason: 'copay',
    owe: 2000,
  },
  {
    name: 'left to the patient for a reason we cannot explain',
    entries: [...charged, ...answered(adjust('PR', 'ZZ9', 15000))],
    reason: 'being-checked',
    owe: 0,
  },
  {
    name: 'paid by the patient, then by the plan after all',
    entries: [
      ...charged,
      ...answered(discounted, adjust('PR', '1', 10000)),
      ...paidByPatient(10000, 10000),
      ...reversed(discounted, adjust('PR', '1', 10000)),
      ...answered(discounted),
    ],
    reason: 'credit',
    owe: 0,
  },
])('the bill of a service that is $name says $reason', ({ entries, reason, owe }) => {
  const line = lineOf(entries);
  expect([line.reason.id, line.youOwe]).toEqual([reason, owe]);
});

test('a service that has not been sent says so', () => {
  const { claim: _, ...unsent } = service;
  expect(statementLines([unsent], charged)[0]?.reason.id).toBe('not-sent-yet');
});

test('a patient without coverage reads the price, and the discount when there is one', () => {
  const selfPay = postCharge({ ...about, amount: cents(15000), bill: 'patient' }).entries;
  expect(lineOf(selfPay).reason).toEqual({ id: 'self-pay', params: { share: 15000 } });
  const line = lineOf([...selfPay, ...postDiscount({ ...about, amount: cents(4500) }).entries]);
  expect(line).toMatchObject({ price: 15000, discount: 4500, youOwe: 10500 });
  expect(line.reason).toEqual({ id: 'self-pay-discount', params: { price: 15000, discount: 4500 } });
});

test.each([
  { name: 'paid in full', answer: answered(discounted), reason: 'not-preventive' },
  { name: 'denied', answer: answered(adjust('CO', '96', 15000)), reason: 'deductible' },
  { name: 'not answered yet', answer: [], reason: 'deductible' },
])('beside preventive care that was $name the rest is explained by $reason', ({ answer, reason }) => {
  const preventive = { ...service, chargeId: 'charge-2', preventive: true };
  const ofPreventive = [...charged, ...answer].map((entry) => ({
    ...entry,
    cause: { ...entry.cause, chargeId: 'charge-2' },
  }));
  const entries = [...charged, ...answered(discounted, adjust('PR', '1', 10000)), ...ofPreventive];
  expect(statementLines([service, preventive], entries)[0]?.reason.id).toBe(reason);
});

test('an overpayment moved to the credit account leaves the line paid', () => {
  const entries = [
    ...charged,
    ...answered(discounted, adjust('PR', '1', 10000)),
    ...paidByPatient(10000, 10000),
    ...reversed(discounted, adjust('PR', '1', 10000)),
    ...answered(discounted, adjust('PR', '3', 2000)),
    ...postOverpayment({ ...about, paymentId: 'payment-1', amount: cents(8000) }, 'charge-1').entries,
  ];
  expect(lineOf(entries)).toMatchObject({ patientPaid: 2000, youOwe: 0, credit: 0, insurerPaid: 8000 });
});

test('what a patient pays beyond all open charges becomes their credit', () => {
  const posting = postPatientPayment({ ...about, paymentId: 'payment-1', amount: cents(5000) }, [
    { chargeId: 'charge-1', owed: cents(2000) },
    { chargeId: 'charge-2', owed: cents(0) },
  ]);
  expect(posting.entries.map((e) => [e.account, e.amount, e.cause.chargeId])).toEqual([
    ['cash-patient', 2000, 'charge-1'],
    ['patient-receivable', -2000, 'charge-1'],
    ['cash-patient', 3000, undefined],
    ['patient-credit', -3000, undefined],
  ]);
});

test('the columns of a bill line always add up to its price', () => {
  const adjustments = fc.array(
    fc
      .tuple(
        fc.constantFrom('CO' as const, 'PR' as const, 'OA' as const),
        fc.constantFrom('1', '2', '3', '18', '23', '45', '96', '197', 'ZZ9'),
        fc.integer({ min: -2000, max: 9000 }),
      )
      .map(([group, reason, amount]) => adjust(group, reason, amount)),
    { maxLength: 5 },
  );
  const payments = fc.array(fc.integer({ min: 1, max: 20000 }), { maxLength: 3 });
  fc.assert(
    fc.property(adjustments, payments, (given, amounts) => {
      const entries = [...charged, ...answered(...given), ...amounts.flatMap((n) => paidByPatient(n, n))];
      const { price, discount, insurerPaid, patientPaid, pending, youOwe, credit } = lineOf(entries);
      return discount + insurerPaid + patientPaid + pending + youOwe - credit === price;
    }),
  );
});
