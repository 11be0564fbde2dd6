import fc, { type Arbitrary } from 'fast-check';
import {
  type Adjustment,
  allocate,
  type Cents,
  type Claim,
  type ClaimKind,
  type ClaimLine,
  cents,
  type IsoDate,
  type OtherCoverage,
  type OutpatientAdjudication,
  sum,
} from '../../../model/index.ts';
import { decided, letters, shape } from './basics.ts';
import { insured, payer } from './people.ts';

/** How a payer divides a charge: what it pays of a hundred, and weights of what it takes away. */
interface Division {
  percent: number;
  taken: { group: 'CO' | 'PR' | 'OA' | 'PI'; reason: string; weight: number; quantity?: number }[];
}

const division: Arbitrary<Division> = fc.record({
  percent: fc.integer({ min: 0, max: 99 }),
  taken: fc.uniqueArray(
    shape<Division['taken'][number]>(
      {
        group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
        reason: fc.constantFrom('1', '2', '3', '45', '97', '253'),
        weight: fc.integer({ min: 1, max: 9 }),
      },
      { quantity: fc.integer({ min: 1, max: 99 }) },
    ),
    { minLength: 1, maxLength: 9, selector: ({ group, reason }) => `${group} ${reason}` },
  ),
});

/** What is paid of a charge and what is taken away, which together are the charge. */
function divide(charge: Cents, { percent, taken }: Division): { paid: Cents; adjustments: Adjustment[] } {
  const paid = cents(Math.floor((charge * percent) / 100));
  const parts = allocate(
    cents(charge - paid),
    taken.map(({ weight }) => weight),
  );
  const all = taken.map(({ weight: _, ...rest }, index) => ({ ...rest, amount: parts[index] ?? cents(0) }));
  // As a file holds them: those of one group together, and none of nothing.
  const groups = [...new Set(all.map(({ group }) => group))];
  const adjustments = groups.flatMap((group) => all.filter((one) => one.group === group && one.amount > 0));
  return { paid, adjustments };
}

interface Decision {
  how: 'not yet' | 'whole' | 'by line';
  date: IsoDate;
  divisions: Division[];
  remarks: OutpatientAdjudication | undefined;
}

const decision: Arbitrary<Decision> = fc.record({
  how: fc.constantFrom('not yet', 'whole', 'by line'),
  date: decided,
  divisions: fc.array(division, { minLength: 1, maxLength: 3 }),
  remarks: fc.option(
    shape<OutpatientAdjudication>(
      { remarks: fc.array(fc.constantFrom('MA01', 'N19', 'M15'), { minLength: 1, maxLength: 5 }) },
      { reimbursementRate: fc.constantFrom(0.5, 0.8) },
    ),
    { nil: undefined },
  ),
});

const coverage = (kind: ClaimKind) =>
  shape<Omit<OtherCoverage, 'sequence'>>(
    {
      payer: payer(kind).map(({ billingProviderIds: _, ...rest }) => rest),
      subscriber: insured,
      relationship: fc.constantFrom('self', 'spouse', 'child', 'other'),
    },
    {
      authorizationNumber: letters(1, 20),
      referralNumber: letters(1, 20),
      payerControlNumber: letters(1, 20),
      releaseOfInformation: fc.constant('I'),
    },
  );

type Order = Pick<Claim, 'payerSequence' | 'otherCoverages'>;

interface Drawn {
  order: Order;
  decisions: Decision[];
}

/** The payers of a claim in their order, with what those before it decided. */
export const otherPayers = (kind: ClaimKind): Arbitrary<Drawn> =>
  fc
    .tuple(
      fc.constantFrom<[Claim['payerSequence'], ...Claim['payerSequence'][]]>(
        ['P'],
        ['P', 'S'],
        ['S', 'P'],
        ['T', 'P', 'S'],
      ),
      fc.uniqueArray(coverage(kind), { minLength: 2, maxLength: 2, selector: (one) => one.payer.payerId }),
      fc.array(decision, { minLength: 2, maxLength: 2 }),
    )
    .map(([[own, ...others], coverages, decisions]) => ({
      order: {
        payerSequence: own,
        otherCoverages: others.flatMap((sequence, index) => {
          const one = coverages[index];
          return one ? [{ ...one, sequence }] : [];
        }),
      },
      // Who comes after the payer of this claim has not decided.
      decisions: own === 'P' ? [] : decisions,
    }));

/** Lets the other payers decide, each on the claim as a whole or on its lines. */
export function decide(
  claim: Pick<Claim, 'charge' | 'lines'>,
  { order, decisions }: Drawn,
): Order & Pick<Claim, 'lines'> {
  let lines: ClaimLine[] = claim.lines;
  const otherCoverages = order.otherCoverages.map((one, index): OtherCoverage => {
    const { how = 'not yet', date, divisions = [], remarks } = decisions[index] ?? {};
    const [first] = divisions;
    if (how === 'not yet' || !first || !date) return one;
    const more = remarks && { outpatient: remarks };
    if (how === 'whole') {
      const { paid, adjustments } = divide(claim.charge, first);
      return { ...one, ...more, paid, decidedDate: date, ...(adjustments.length > 0 && { adjustments }) };
    }
    const answers = lines.map((line, l) => divide(line.charge, divisions[l % divisions.length] ?? first));
    lines = lines.map((line, l) => {
      const { paid, adjustments } = answers[l] ?? { paid: line.charge, adjustments: [] };
      const answer = { payerId: one.payer.payerId, paid, units: line.units, adjustments, date };
      return { ...line, adjudications: [...(line.adjudications ?? []), answer] };
    });
    return { ...one, ...more, paid: sum(answers.map(({ paid }) => paid)) };
  });
  return { payerSequence: order.payerSequence, otherCoverages, lines };
}
