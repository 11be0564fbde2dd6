import {
  type ClaimLine,
  cents,
  claimImbalance,
  isoDate,
  lineImbalance,
  patientShare,
  sum,
} from '@superbill/engines/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjudicate, type Case, reverse } from './adjudicate.ts';
import { aClaim, aLine, aPlan, today, visit } from './examples.test-data.ts';

function aCase(part: Partial<Case> = {}): Case {
  const plan = part.plan ?? aPlan();
  const [member] = plan.members;
  if (!member) throw new Error('a member expected');
  return {
    plan,
    member,
    claim: aClaim(),
    payerControlNumber: 'P1',
    receivedDate: today,
    usedIn: () => ({ deductible: cents(0), outOfPocket: cents(0) }),
    isDuplicate: () => false,
    authorizations: [],
    ...part,
  };
}

/** `CO-45 7000, PR-1 8000` */
function said(given: Case): string[] {
  return adjudicate(given).remitClaim.lines.map((line) =>
    [...line.adjustments.map((a) => `${a.group}-${a.reason} ${a.amount}`), `paid ${line.paid}`].join(', '),
  );
}

const used = (deductible: number, outOfPocket = deductible) => ({
  usedIn: () => ({ deductible: cents(deductible), outOfPocket: cents(outOfPocket) }),
});
const imaging = (part: Partial<ClaimLine> = {}) =>
  aClaim({ lines: [aLine({ procedure: '70551', charge: cents(100000), ...part })] });
const authorization = {
  number: 'A1',
  memberId: 'EX0001',
  procedure: '70551',
  from: visit,
  to: isoDate('2027-04-01'),
};
const bob = aPlan().members[2];
if (!bob) throw new Error('a third member expected');

test.each<{ name: string; given: Partial<Case>; answer: string[] }>([
  { name: 'all under the deductible', given: {}, answer: ['CO-45 7000, PR-1 8000, paid 0'] },
  { name: 'deductible met', given: used(10000), answer: ['CO-45 7000, PR-2 1600, paid 6400'] },
  {
    name: 'the rest of the deductible, then coinsurance',
    given: used(9000),
    answer: ['CO-45 7000, PR-1 1000, PR-2 1400, paid 5600'],
  },
  {
    name: 'the out-of-pocket maximum nearly reached',
    given: used(10000, 49500),
    answer: ['CO-45 7000, PR-2 500, paid 7500'],
  },
  { name: 'the out-of-pocket maximum reached', given: used(10000, 50000), answer: ['CO-45 7000, paid 8000'] },
  {
    name: 'two lines share one deductible',
    given: { claim: aClaim({ lines: [aLine(), aLine({ controlNumber: 'L2' })] }) },
    answer: ['CO-45 7000, PR-1 8000, paid 0', 'CO-45 7000, PR-1 2000, PR-2 1200, paid 4800'],
  },
  {
    name: 'an office visit costs the copay alone',
    given: { claim: aClaim({ lines: [aLine({ procedure: '99213' })] }) },
    answer: ['CO-45 6000, PR-3 2500, paid 6500'],
  },
  {
    name: 'one copay for two visits on one claim',
    given: {
      claim: aClaim({
        lines: [aLine({ procedure: '99203' }), aLine({ controlNumber: 'L2', procedure: '99213' })],
      }),
    },
    answer: ['CO-45 3000, PR-3 4000, paid 8000', 'CO-45 6000, paid 9000'],
  },
  {
    name: 'preventive care is free',
    given: { claim: aClaim({ lines: [aLine({ procedure: '99396', charge: cents(20000) })] }) },
    answer: ['CO-45 5000, paid 15000'],
  },
  {
    name: 'a charge below the fee is allowed as it is',
    given: { ...used(10000), claim: aClaim({ lines: [aLine({ charge: cents(5000) })] }) },
    answer: ['PR-2 1000, paid 4000'],
  },
  {
    name: 'the fee counts for each unit',
    given: { ...used(10000), claim: aClaim({ lines: [aLine({ procedure: 'J1885', units: 4.5 })] }) },
    answer: ['CO-45 13501, PR-2 300, paid 1199'],
  },
  {
    name: 'not covered',
    given: { claim: aClaim({ lines: [aLine({ procedure: '11200' })] }) },
    answer: ['PR-96 15000, paid 0'],
  },
  {
    name: 'without a fee',
    given: { claim: aClaim({ lines: [aLine({ procedure: '99999' })] }) },
    answer: ['CO-96 15000, paid 0'],
  },
  { name: 'a duplicate', given: { isDuplicate: () => true }, answer: ['CO-18 15000, paid 0'] },
  { name: 'coverage ended the day before', given: { member: bob }, answer: ['CO-27 15000, paid 0'] },
  {
    name: 'the last day of coverage',
    given: {
      ...used(10000),
      member: bob,
      claim: aClaim({ lines: [aLine({ serviceDate: isoDate('2027-02-28') })] }),
    },
    answer: ['CO-45 7000, PR-2 1600, paid 6400'],
  },
  {
    name: 'before coverage began',
    given: { claim: aClaim({ lines: [aLine({ serviceDate: isoDate('2025-12-31') })] }) },
    answer: ['CO-26 15000, paid 0'],
  },
  {
    name: 'the last day for filing',
    given: { ...used(10000), receivedDate: isoDate('2027-05-30') },
    answer: ['CO-45 7000, PR-2 1600, paid 6400'],
  },
  { name: 'a day too late', given: { receivedDate: isoDate('2027-05-31') }, answer: ['CO-29 15000, paid 0'] },
  { name: 'no authorization', given: { claim: imaging() }, answer: ['CO-197 100000, paid 0'] },
  {
    name: 'an authorization by telephone',
    given: { ...used(10000), claim: imaging({ authorizationNumber: 'A1' }), authorizations: [authorization] },
    answer: ['CO-45 40000, PR-2 12000, paid 48000'],
  },
  {
    name: 'an authorization of another member',
    given: {
      claim: imaging({ authorizationNumber: 'A1' }),
      authorizations: [{ ...authorization, memberId: 'EX0002' }],
    },
    answer: ['CO-15 100000, paid 0'],
  },
  {
    name: 'an authorization that ran out',
    given: {
      claim: imaging({ authorizationNumber: 'A1', serviceDate: isoDate('2027-02-28') }),
      authorizations: [authorization],
    },
    answer: ['CO-15 100000, paid 0'],
  },
  {
    name: 'a number nobody issued, where numbers have a form',
    given: {
      plan: aPlan({ authorizationNumberPattern: '^N\\d+$' }),
      claim: imaging({ authorizationNumber: 'A9' }),
    },
    answer: ['CO-15 100000, paid 0'],
  },
  {
    name: 'a number issued elsewhere, in the right form',
    given: {
      ...used(10000),
      plan: aPlan({ authorizationNumberPattern: '^N\\d+$' }),
      claim: imaging({ authorizationNumber: 'N9' }),
    },
    answer: ['CO-45 40000, PR-2 12000, paid 48000'],
  },
  {
    name: 'after another payer left 3000',
    given: {
      ...used(10000),
      claim: aClaim({
        payerSequence: 'S',
        lines: [
          aLine({
            adjudications: [
              {
                payerId: 'OTHER',
                paid: cents(6000),
                units: 1,
                date: visit,
                adjustments: [
                  { group: 'CO', reason: '45', amount: cents(6000) },
                  { group: 'PR', reason: '2', amount: cents(3000) },
                ],
              },
            ],
          }),
        ],
      }),
    },
    answer: ['OA-23 12000, paid 3000'],
  },
])('the payer answers: $name', ({ given, answer }) => {
  expect(said(aCase(given))).toEqual(answer);
});

test('a denial for coverage that ended says when, and a kind of insurance that remittances do not know is ZZ', () => {
  expect(adjudicate(aCase({ member: bob })).remitClaim.coverageExpired).toBe(bob.to);
  expect(adjudicate(aCase()).remitClaim).toMatchObject({ claimFilingIndicator: 'ZZ' });
  expect(adjudicate(aCase()).remitClaim.coverageExpired).toBeUndefined();
});

test('a claim denied on every line has status 4, a paid one its place in the order of payers', () => {
  expect(adjudicate(aCase({ isDuplicate: () => true })).remitClaim.status).toBe('4');
  expect(adjudicate(aCase()).remitClaim).toMatchObject({
    status: '1',
    payerControlNumber: 'P1',
    patientResponsibility: 8000,
  });
});

const line = fc
  .record({
    procedure: fc.constantFrom('73030', '99213', '99396', '80053', '11200', '70551', '12345'),
    charge: fc.integer({ min: 0, max: 200000 }).map(cents),
    units: fc.constantFrom(1, 2, 0.5, 7),
    serviceDate: fc.constantFrom(visit, isoDate('2026-12-31'), isoDate('2025-06-01')),
  })
  .map(aLine);

test('every answer balances, and a reversal takes back exactly what was given', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(60000), (lines, before) => {
      const { remitClaim, usage } = adjudicate(
        aCase({ claim: aClaim({ lines }), ...used(Math.min(before, 10000), before) }),
      );
      const back = reverse(remitClaim);
      for (const one of [remitClaim, back]) {
        expect(one.lines.map(lineImbalance).filter((off) => off !== 0)).toEqual([]);
        expect(claimImbalance(one)).toBe(0);
      }
      expect(back.paid + remitClaim.paid).toBe(0);
      expect(remitClaim.patientResponsibility).toBe(patientShare(remitClaim));
      for (const year of ['2025', '2026', '2027']) {
        const ofYear = usage.filter((one) => one.year === year).map((one) => one.outOfPocket);
        expect(sum(ofYear)).toBeLessThanOrEqual(Math.max(50000 - before, 0));
      }
    }),
  );
});
