import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Adjustment, type Cents, cents, type RemitClaim, sum } from '../model/index.ts';
import { type Account, accounts } from './accounts.ts';
import { postCharge } from './charge.ts';
import { aClaim, adjust, aLine, aRemit, aRemitClaim, ids, reversalOf, today } from './examples.test-data.ts';
import { balanceOf, checkBalanced, type Entry } from './posting.ts';
import { knownReasons } from './reasons.ts';
import { postRemit } from './remit.ts';
import { postRemitClaim } from './remit-claim.ts';

/** Balances by account, those that are not zero. */
function balances(entries: Entry[]): Partial<Record<Account, number>> {
  const names = Object.keys(accounts) as Account[];
  const all = names.map((name) => [name, balanceOf(entries, name)] as const);
  return Object.fromEntries(all.filter(([, amount]) => amount !== 0));
}

const twoLines = aClaim([
  aLine(),
  aLine({
    claimLineId: 'line-2',
    chargeId: 'charge-2',
    controlNumber: 'L2',
    procedure: '87880',
    charge: cents(4001),
  }),
]);

function charges(facts = twoLines): Entry[] {
  return facts.lines.flatMap(
    ({ chargeId, charge }) =>
      postCharge({ chargeId, patientId: 'patient-1', date: today, amount: charge, bill: 'insurance' })
        .entries,
  );
}

test.each<{ name: string; adjustments: Adjustment[]; expected: Partial<Record<Account, number>> }>([
  {
    name: 'paid and reduced',
    adjustments: [adjust('CO', '45', 5000)],
    expected: { 'contractual-adjustments': 5000, 'cash-payer': 10000 },
  },
  {
    name: 'deductible, coinsurance and copay',
    adjustments: [adjust('PR', '1', 1000), adjust('PR', '2', 500), adjust('PR', '3', 2000)],
    expected: { 'patient-receivable': 3500, 'cash-payer': 11500 },
  },
  {
    name: 'denied for lack of authorization',
    adjustments: [adjust('CO', '197', 15000)],
    expected: { 'insurance-denied': 15000 },
  },
  {
    name: 'left to the patient for a reason we cannot explain',
    adjustments: [adjust('PR', '999', 15000)],
    expected: { 'insurance-denied': 15000 },
  },
  {
    name: 'reduced by the payer without a contract',
    adjustments: [adjust('PI', '45', 5000)],
    expected: { 'insurance-denied': 5000, 'cash-payer': 10000 },
  },
  {
    name: 'the part a first payer took care of',
    adjustments: [adjust('OA', '23', 9000)],
    expected: { 'insurance-receivable': 9000, 'cash-payer': 6000 },
  },
  {
    name: 'a duplicate',
    adjustments: [adjust('OA', '18', 15000)],
    expected: { 'insurance-receivable': 15000 },
  },
])('posts a line that is $name', ({ adjustments, expected }) => {
  const facts = aClaim();
  const { posting, suspended } = postRemitClaim(aRemitClaim(facts, [adjustments]), facts, today, ids);
  expect(suspended).toBeUndefined();
  expect(checkBalanced(posting)).toBe(0);
  expect(balances([...charges(facts), ...posting.entries])).toEqual({ revenue: -15000, ...expected });
});

test('each entry names the charge, the lines on both sides and the adjustment that caused it', () => {
  const facts = aClaim();
  const { posting } = postRemitClaim(aRemitClaim(facts, [[adjust('PR', '1', 1000)]]), facts, today, ids);
  expect(posting.entries.find((e) => e.account === 'patient-receivable')?.cause).toEqual({
    patientId: 'patient-1',
    chargeId: 'charge-1',
    claimId: 'claim-1',
    claimLineId: 'line-1',
    remitClaimId: 'remit-claim-1',
    remitLineId: 'remit-line-1',
    adjustment: { group: 'PR', reason: '1' },
  });
});

test('a claim answered as a whole is spread over its lines by charge, to the cent', () => {
  const whole: RemitClaim = { ...aRemitClaim(twoLines, [], [adjust('CO', '45', 3333)]), lines: [] };
  const { posting } = postRemitClaim(whole, twoLines, today, ids);
  const entries = [...charges(), ...posting.entries];
  for (const { chargeId } of twoLines.lines) {
    expect(balanceOf(entries, 'insurance-receivable', (cause) => cause.chargeId === chargeId)).toBe(0);
  }
  expect(balances(entries)).toEqual({
    revenue: -19001,
    'contractual-adjustments': 3333,
    'cash-payer': 15668,
  });
});

test.each<{ name: string; change: Partial<RemitClaim>; suspended: string | undefined }>([
  { name: 'agrees on everything', change: {}, suspended: undefined },
  { name: 'has another member and name', change: { patient: {} }, suspended: undefined },
  {
    name: 'agrees on the date alone',
    change: { patient: { memberId: 'M9', lastName: 'Other' }, charge: cents(1) },
    suspended: 'claim-does-not-agree',
  },
  { name: 'has another control number', change: { controlNumber: 'C2' }, suspended: 'claim-does-not-agree' },
  {
    name: 'answers a line we never sent',
    change: { lines: [{ ...answerOf('99999'), controlNumber: 'L9' }] },
    suspended: 'line-unknown',
  },
])('a remittance claim that $name is placed or waits in suspense', ({ change, suspended }) => {
  const facts = aClaim();
  const claim = { ...aRemitClaim(facts, [[adjust('CO', '45', 5000)]]), ...change };
  const result = postRemitClaim(claim, facts, today, ids);
  expect(result.suspended).toBe(suspended);
  expect(balanceOf(result.posting.entries, 'suspense')).toBe(suspended ? -10000 : 0);
  expect(balanceOf(result.posting.entries, 'cash-payer')).toBe(10000);
});

function answerOf(procedure: string) {
  const facts = aClaim([aLine({ procedure })]);
  const [line] = aRemitClaim(facts, [[adjust('CO', '45', 5000)]]).lines;
  if (!line) throw new Error('one line expected');
  return line;
}

test('a remittance out of balance by one cent posts nothing', () => {
  const remit = aRemit([aRemitClaim(twoLines, [[adjust('CO', '45', 5000)]])]);
  const result = postRemit(
    { ...remit, paid: cents(remit.paid + 1) },
    { claimOf: () => twoLines, idsOf: () => ids },
  );
  expect(result).toEqual({ status: 'refused', imbalances: [{ kind: 'remit', at: '', difference: 1 }] });
});

const group = fc.constantFrom('CO', 'PR', 'OA', 'PI', 'CR') satisfies fc.Arbitrary<Adjustment['group']>;
const adjustment = fc
  .tuple(group, fc.constantFrom(...knownReasons, '999'), fc.integer({ min: -500, max: 5000 }))
  .map(([g, reason, amount]) => adjust(g, reason, amount));
const answers = fc
  .tuple(
    fc.array(adjustment, { maxLength: 4 }),
    fc.array(adjustment, { maxLength: 4 }),
    fc.array(adjustment, { maxLength: 2 }),
  )
  .map(([first, second, ofClaim]) => aRemitClaim(twoLines, [first, second], ofClaim));

const payment = fc.record({
  claims: fc.array(answers, { maxLength: 4 }),
  provider: fc.array(
    fc.record({
      reason: fc.constantFrom('WO', 'FB', 'L6', 'CS'),
      amount: fc.integer({ min: -9999, max: 9999 }).map(cents),
    }),
    { maxLength: 3 },
  ),
});

test('whatever a payer answers, postings balance and bring exactly what was paid', () => {
  fc.assert(
    fc.property(payment, ({ claims, provider }) => {
      const paid = cents(sum(claims.map((c) => c.paid)) - sum(provider.map((p) => p.amount)));
      const remit = aRemit(claims, { providerAdjustments: provider, paid });
      const result = postRemit(remit, {
        claimOf: (_, index) => (index % 2 === 0 ? twoLines : undefined),
        idsOf: () => ids,
      });
      if (result.status === 'refused') return false;
      const postings = [
        ...result.claims.map((c) => c.posting),
        ...(result.provider ? [result.provider] : []),
      ];
      const entries = postings.flatMap((p) => p.entries);
      return postings.every((p) => checkBalanced(p) === 0) && balanceOf(entries, 'cash-payer') === paid;
    }),
  );
});

test('a remittance with any one amount changed posts nothing', () => {
  const remits = fc.array(answers, { minLength: 1, maxLength: 3 }).map((claims) => aRemit(claims));
  const changes = fc.tuple(
    fc.nat(),
    fc.integer({ min: -99999, max: 99999 }).filter((n) => n !== 0),
  );
  fc.assert(
    fc.property(remits, changes, (remit, [which, by]) => {
      const changed = structuredClone(remit);
      const add = (amount: Cents) => cents(amount + by);
      const changers = changed.claims.flatMap((claim) => [
        () => Object.assign(claim, { paid: add(claim.paid) }),
        () => Object.assign(claim, { charge: add(claim.charge) }),
        ...claim.lines.map((line) => () => Object.assign(line, { paid: add(line.paid) })),
        ...[claim, ...claim.lines].flatMap(({ adjustments }) =>
          adjustments.map((one) => () => Object.assign(one, { amount: add(one.amount) })),
        ),
      ]);
      changers[which % changers.length]?.();
      const source = { claimOf: () => twoLines, idsOf: () => ids };
      return postRemit(changed, source).status === 'refused' && postRemit(remit, source).status === 'posted';
    }),
    { numRuns: 1000 },
  );
});

test('the postings of one line always add up to its charge', () => {
  fc.assert(
    fc.property(answers, (claim) => {
      const entries = [...charges(), ...postRemitClaim(claim, twoLines, today, ids).posting.entries];
      return twoLines.lines.every(({ chargeId, charge }) => {
        const own = entries.filter((e) => e.cause.chargeId === chargeId && e.account !== 'revenue');
        return sum(own.map((e) => e.amount)) === charge;
      });
    }),
  );
});

test('pay, reverse and correct end in the same balances in any order', () => {
  const story = fc.tuple(answers, answers).map(([first, second]) => [first, reversalOf(first), second]);
  const shuffled = story.chain((claims) =>
    fc.shuffledSubarray(claims, { minLength: 3 }).map((order) => ({ order, last: claims[2] })),
  );
  fc.assert(
    fc.property(shuffled, ({ order, last }) => {
      if (!last) return false;
      const entriesOf = (claim: RemitClaim) => postRemitClaim(claim, twoLines, today, ids).posting.entries;
      const told = balances([...charges(), ...order.flatMap(entriesOf)]);
      expect(told).toEqual(balances([...charges(), ...entriesOf(last)]));
    }),
  );
});

test('an overpayment announced in one file and taken back in another leaves no trace', () => {
  const facts = aClaim();
  const other = aClaim([aLine({ chargeId: 'charge-9' })]);
  const paid = aRemitClaim(facts, [[adjust('CO', '45', 5000)]]);
  const corrected = aRemitClaim(facts, [[adjust('CO', '45', 7000)]]);
  const carried = { reason: 'FB', reference: 'X1' };
  const files = [
    aRemit([paid]),
    aRemit([reversalOf(paid), corrected], {
      paid: cents(0),
      providerAdjustments: [{ ...carried, amount: cents(-2000) }],
    }),
    aRemit([aRemitClaim(other, [])], {
      paid: cents(13000),
      providerAdjustments: [{ ...carried, amount: cents(2000) }],
    }),
  ];
  const entries = files.flatMap((remit, file) => {
    const result = postRemit(remit, { claimOf: () => (file === 2 ? other : facts), idsOf: () => ids });
    if (result.status === 'refused') throw new Error('refused');
    return [...result.claims.flatMap((c) => c.posting.entries), ...(result.provider?.entries ?? [])];
  });
  expect(balances([...charges(facts), ...charges(other), ...entries])).toEqual({
    revenue: -30000,
    'cash-payer': 23000,
    'contractual-adjustments': 7000,
  });
});
