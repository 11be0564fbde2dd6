import { component, element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop } from '../../walk/loop.ts';
import { amount } from '../amounts.ts';
import type { Found, LoopRule } from '../rule.ts';

/** The places of the six adjustments in a PLB segment. */
export const plbPairs: readonly number[] = [3, 5, 7, 9, 11, 13];

interface Adjustment {
  segment: Segment;
  /** The element of the reason; the amount follows it. */
  index: number;
  reason: string;
  reference: string;
  amount: number | undefined;
}

function adjustmentsOf(loop: Loop): Adjustment[] {
  return all(loop, 'PLB').flatMap((segment) =>
    plbPairs
      .filter((index) => element(segment, index) !== '')
      .map((index) => ({
        segment,
        index,
        reason: component(segment, index, 1),
        reference: component(segment, index, 2),
        amount: amount(segment, index + 1),
      })),
  );
}

const name = (index: number) => `PLB${String(index).padStart(2, '0')}`;

const atAmount = ({ segment, index }: Adjustment, message: string, severity?: 'warning'): Found => ({
  segment,
  loop: '',
  element: name(index + 1),
  message,
  ...(severity && { severity }),
});

/** By its number money that is taken or carried is found again in another remittance. */
const references: LoopRule = {
  id: 'plb-reference',
  snip: 4,
  loop: '',
  from: 'guide',
  source: '005010X221A1, PLB03-1 codes 72, CS, FB, WO and PLB03-2',
  when: 'PLB03-1 is WO, FB or 72: PLB03-2 names what is taken, carried or returned; CS ought to say so too (each pair alike)',
  check(loop) {
    return adjustmentsOf(loop)
      .filter(({ reason, reference }) => reference === '' && ['72', 'CS', 'FB', 'WO'].includes(reason))
      .map(({ segment, index, reason }) => ({
        segment,
        loop: '',
        element: `${name(index)}-2`,
        message: `${name(index)}-2 must name what the adjustment ${reason} is about.`,
        ...(reason === 'CS' && { severity: 'warning' as const }),
      }));
  },
};

/** A return (72) acknowledges the provider's own check: it is negative, and another adjustment stands against it. */
const returns: LoopRule = {
  id: 'plb-return',
  snip: 4,
  loop: '',
  from: 'guide',
  source: '005010X221A1, PLB03-1 code 72',
  when: 'PLB03-1 is 72: the amount is negative, and positive adjustments of at least as much stand against it',
  check(loop) {
    const adjustments = adjustmentsOf(loop);
    const returned = adjustments.filter(({ reason }) => reason === '72');
    const wrong = returned.filter((one) => (one.amount ?? 0) > 0);
    if (wrong.length > 0)
      return wrong.map((one) => atAmount(one, `${name(one.index + 1)} must be negative for a return (72).`));
    const sum = (some: readonly Adjustment[]) => some.reduce((total, one) => total + (one.amount ?? 0), 0);
    const against = sum(adjustments.filter((one) => one.reason !== '72' && (one.amount ?? 0) > 0));
    const [firstOne] = returned;
    const isWhole = all(loop, 'PLB').every((plb) =>
      plbPairs.every((i) =>
        element(plb, i) === '' ? element(plb, i + 1) === '' : amount(plb, i + 1) !== undefined,
      ),
    );
    if (!firstOne || !isWhole || -sum(returned) <= against) return [];
    return [
      atAmount(firstOne, 'Nothing stands against the return (72), which so adds to the payment.', 'warning'),
    ];
  },
};

/**
 * A balance is carried forward (FB, negative) only to bring a payment that would be negative to zero. Source:
 * 005010X221A1, PLB03-1 code FB and 1.10.2.12.
 */
export function checkForwarded(loop: Loop): Found[] {
  if ((amount(first(loop, 'BPR'), 2) ?? 0) <= 0) return [];
  return adjustmentsOf(loop)
    .filter((one) => one.reason === 'FB' && (one.amount ?? 0) < 0)
    .map((one) =>
      atAmount(one, 'A balance is carried forward although something is paid (BPR02).', 'warning'),
    );
}

const zeros: LoopRule = {
  id: 'plb-zero',
  snip: 4,
  loop: '',
  from: 'guide',
  source: '005010X221A1, PLB04',
  when: 'an adjustment of the provider is not zero',
  check: (loop) =>
    adjustmentsOf(loop)
      .filter((one) => one.amount === 0)
      .map((one) => atAmount(one, 'An adjustment of zero says nothing.', 'warning')),
};

/** SNIP 4: money that belongs to no claim. */
export const providerAdjustmentRules: readonly LoopRule[] = [references, returns, zeros];
