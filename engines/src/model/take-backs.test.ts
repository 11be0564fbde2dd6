import { expect, test } from 'vitest';
import { cents, claimSplits, explainProviderAdjustments, linkReversals, type RemitClaim } from './index.ts';

function answer(part: Partial<RemitClaim>): RemitClaim {
  return {
    controlNumber: 'C1',
    status: '1',
    charge: cents(10000),
    paid: cents(8000),
    patientResponsibility: cents(0),
    payerControlNumber: 'P1',
    adjustments: [],
    remarks: [],
    lines: [],
    ...part,
  };
}

const reversal = answer({ status: '22', charge: cents(-10000), paid: cents(-8000) });

test('a reversal is followed by its correction', () => {
  const correction = answer({ paid: cents(6000), payerControlNumber: 'P2' });
  expect(linkReversals([answer({ controlNumber: 'C0' }), reversal, correction])).toEqual([
    { reversal: 1, reverses: 'P1', correction: 2, difference: -2000 },
  ]);
});

test('a claim that is only taken back has no correction', () => {
  expect(linkReversals([reversal, answer({ controlNumber: 'C2' })])).toEqual([
    { reversal: 0, reverses: 'P1', difference: -8000 },
  ]);
});

test('of several answers after a reversal the one of the same charge corrects it, and none corrects two', () => {
  const other = answer({ charge: cents(4000), paid: cents(3000), payerControlNumber: 'P3' });
  const links = linkReversals([reversal, other, answer({ payerControlNumber: 'P2' }), reversal]);
  expect(links.map((one) => one.correction)).toEqual([2, 1]);
});

test('what is reversed is named by REF*F8 where the payer gives the reversal a number of its own', () => {
  const [link] = linkReversals([
    answer({ status: '22', payerControlNumber: 'R1', references: [{ kind: 'F8', id: 'P1' }] }),
  ]);
  expect(link?.reverses).toBe('P1');
});

test('a claim in two answers with numbers of their own was split; a correction is no split', () => {
  const half = answer({ charge: cents(5000), payerControlNumber: 'P2' });
  expect(claimSplits([answer({ charge: cents(5000) }), half])).toEqual([[0, 1]]);
  expect(claimSplits([reversal, answer({ payerControlNumber: 'P2' })])).toEqual([]);
  expect(claimSplits([answer({}), answer({})])).toEqual([]);
});

test.each([
  ['WO', 'P1', 1000, 'recovery', [0]],
  ['FB', 'X', -1000, 'forward', []],
  ['FB', 'X', 1000, 'applied', []],
  ['L6', undefined, -150, 'interest', []],
  ['CS', 'C1', 10, 'other', [0]],
  ['72', 'CHECK', -10, 'return', []],
] as const)('PLB %s %s of %s is explained', (reason, reference, amount, kind, claims) => {
  const adjustment = { reason, amount: cents(amount), ...(reference !== undefined && { reference }) };
  const [explained] = explainProviderAdjustments({
    claims: [answer({})],
    providerAdjustments: [adjustment],
  });
  expect(explained).toEqual({ adjustment, kind, claims });
});
