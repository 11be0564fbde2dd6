import { expect, test } from 'vitest';
import { type Adjustment, cents, imbalances, isoDate, type Remit, type RemitClaim } from './index.ts';

const co = (amount: number): Adjustment => ({ group: 'CO', reason: '45', amount: cents(amount) });
const pr = (amount: number): Adjustment => ({ group: 'PR', reason: '1', amount: cents(amount) });

function aPayment(part: Partial<RemitClaim> = {}): RemitClaim {
  return {
    controlNumber: 'C1',
    status: '1',
    charge: cents(10000),
    paid: cents(7000),
    patientResponsibility: cents(1000),
    adjustments: [],
    remarks: [],
    lines: [
      {
        procedure: '99213',
        modifiers: [],
        charge: cents(10000),
        paid: cents(7000),
        adjustments: [co(2000), pr(1000)],
        remarks: [],
      },
    ],
    ...part,
  };
}

function aRemit(claims: RemitClaim[], paid: number, taken: number[] = []): Remit {
  return {
    payer: { name: 'Imaginary Health Plan' },
    payee: { name: 'Invented Family Practice' },
    paid: cents(paid),
    method: 'CHK',
    paymentDate: isoDate('2027-03-15'),
    traceNumber: 'T1',
    claims,
    providerAdjustments: taken.map((amount) => ({ reason: 'WO', amount: cents(amount) })),
  };
}

const reversal = aPayment({
  status: '22',
  charge: cents(-10000),
  paid: cents(-7000),
  patientResponsibility: cents(1000),
  adjustments: [co(-2000), pr(-1000)],
  lines: [],
});

test.each([
  ['one claim', aRemit([aPayment()], 7000)],
  [
    'adjustments of the claim beside those of its lines',
    aRemit([aPayment({ paid: cents(6900), adjustments: [co(100)] })], 6900),
  ],
  ['a reversal and a take-back', aRemit([aPayment(), aPayment(), reversal], 5000, [2000])],
  ['nothing at all', aRemit([], 0)],
])('%s balances', (_what, remit) => {
  expect(imbalances(remit)).toEqual([]);
});

test.each([
  [
    'a line',
    aRemit(
      [aPayment({ paid: cents(7001), lines: aPayment().lines.map((l) => ({ ...l, paid: cents(7001) })) })],
      7001,
    ),
    [
      { kind: 'line', at: 'claims[0].lines[0]', difference: -1 },
      { kind: 'claim', at: 'claims[0]', difference: -1 },
    ],
  ],
  [
    'a claim',
    aRemit([aPayment({ paid: cents(6999) })], 6999),
    [{ kind: 'claim', at: 'claims[0]', difference: 1 }],
  ],
  [
    'the patient',
    aRemit([aPayment({ patientResponsibility: cents(999) })], 7000),
    [{ kind: 'responsibility', at: 'claims[0]', difference: -1 }],
  ],
  ['the payment', aRemit([aPayment()], 7001), [{ kind: 'remit', at: '', difference: 1 }]],
  ['a take-back', aRemit([aPayment()], 7000, [1]), [{ kind: 'remit', at: '', difference: 1 }]],
])('a cent too much or too little is found: %s', (_what, remit, expected) => {
  expect(imbalances(remit)).toEqual(expected);
});
