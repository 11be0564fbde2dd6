import type { Cents } from '../../../model/index.ts';
import type { Segment } from '../../tokens/segment.ts';
import { all, first, growing, type Loop, loopOf, loopsOf, perLoop, value } from '../../walk/loop.ts';
import { amount, casAmounts, total } from '../amounts.ts';
import { chargeOf } from './line.ts';

/** Another payer of a claim (loop 2320), and what it decided on the lines (2430). */
export interface OtherPayer {
  coverage: Loop;
  /** NM1 of 2330B, and NM109 in it, by which SVD01 names the payer. */
  name: Segment | undefined;
  id: string | undefined;
  decisions: Loop[];
}

export interface OtherPayers {
  payers: OtherPayer[];
  /** Decisions that name no payer of the claim. */
  strays: Loop[];
  /** Every payer has an identifier of its own and every decision names one of them. */
  isClear: boolean;
}

/** Of a claim that is whole. Asked by many rules, so it is kept. */
export const otherPayersOf = growing((claim): OtherPayers => {
  const decisions = loopsOf(claim, '2400').flatMap((line) => loopsOf(line, '2430'));
  const payers = loopsOf(claim, '2320').map((coverage): OtherPayer => {
    const name = first(loopOf(coverage, '2330B'), 'NM1');
    const id = value(name, 9);
    return {
      coverage,
      name,
      id,
      decisions: id === undefined ? [] : decisions.filter((one) => payerOf(one) === id),
    };
  });
  const ids = new Set(payers.map(({ id }) => id));
  const strays = decisions.filter((one) => !ids.has(payerOf(one)));
  const isClear = strays.length === 0 && ids.size === payers.length && !ids.has(undefined);
  return { payers, strays, isClear };
});

/** Whether another payer decided on any line. Most claims have only one payer. */
export const hasDecisions = perLoop((claim): boolean =>
  claim.loops.some((line) => line.loops.some(({ id }) => id === '2430')),
);

/** SVD01 */
export function payerOf(decision: Loop): string | undefined {
  return value(first(decision, 'SVD'), 1);
}

/** SVD02 */
export function paidOn(decision: Loop): Cents | undefined {
  return amount(first(decision, 'SVD'), 2);
}

export function takenBy(loop: Loop): Cents | undefined {
  return total(casAmounts(all(loop, 'CAS')));
}

/** The line's charge less the adjustments and the payment of a decision; zero when it balances. */
export function imbalanceOf(decision: Loop): number | undefined {
  const [charge, taken, paid] = [chargeOf(decision.parent), takenBy(decision), paidOn(decision)];
  return charge === undefined || taken === undefined || paid === undefined
    ? undefined
    : charge - taken - paid;
}

/** The payer was not asked, by the rules of the one who is: AMT*A8. */
export function isBypassed({ coverage }: OtherPayer): boolean {
  return first(coverage, 'AMT', 'A8') !== undefined;
}

/** A segment that only a payer's decision can have brought. */
export function decisionSign({ coverage, decisions }: OtherPayer): Segment | undefined {
  return (
    first(coverage, 'AMT', 'D') ??
    first(coverage, 'CAS') ??
    first(coverage, 'AMT', 'EAF') ??
    first(coverage, 'MIA') ??
    first(coverage, 'MOA') ??
    first(loopOf(coverage, '2330B'), 'DTP', '573') ??
    first(decisions[0], 'SVD')
  );
}
