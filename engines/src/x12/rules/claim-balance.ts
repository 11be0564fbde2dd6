import { cents, formatMoney } from '../../model/index.ts';
import { all, first, loopOf, loopsOf, value } from '../loop.ts';
import { amount, casAmounts, total } from './amounts.ts';
import type { Found, LoopRule } from './rule.ts';

const lineCharges: LoopRule = {
  id: 'line-charges',
  snip: 3,
  loop: '2300',
  source: '005010X222A1, CLM02',
  check(loop) {
    const clm = first(loop, 'CLM');
    const lines = loopsOf(loop, '2400');
    const [charge, sum] = [amount(clm, 2), total(lines.map((line) => amount(first(line, 'SV1'), 2)))];
    if (!clm || lines.length === 0 || charge === undefined || sum === undefined || sum === charge) return [];
    const message = `The charges of the lines do not add up to the claim's charge (CLM02): the difference is ${formatMoney(cents(charge - sum))}.`;
    return [{ segment: clm, loop: '2300', element: 'CLM02', message }];
  },
};

/** What another payer decided on a line adds up: the charge less its adjustments is what it paid. */
const otherPayerLine: LoopRule = {
  id: 'other-payer-line-balance',
  snip: 3,
  loop: '2430',
  source: '005010X222A1, 1.4.4.2',
  check(loop) {
    const svd = first(loop, 'SVD');
    const cas = all(loop, 'CAS');
    const charge = amount(first(loop.parent, 'SV1'), 2);
    const [paid, taken] = [amount(svd, 2), total(casAmounts(cas))];
    if (!svd || cas.length === 0 || charge === undefined || paid === undefined || taken === undefined)
      return [];
    if (charge - taken === paid) return [];
    const message = `The line's charge less the other payer's adjustments is not what it paid (SVD02): the difference is ${formatMoney(cents(charge - taken - paid))}.`;
    return [{ segment: svd, loop: '2430', element: 'SVD02', message }];
  },
};

/** What another payer paid for the claim is what it paid for the lines less its adjustments of the claim. */
const otherPayerClaim: LoopRule = {
  id: 'other-payer-claim-balance',
  snip: 3,
  loop: '2300',
  source: '005010X222A1, 1.4.4.2',
  check(loop) {
    const decisions = loopsOf(loop, '2400').flatMap((line) => loopsOf(line, '2430'));
    return loopsOf(loop, '2320').flatMap((coverage): Found[] => {
      const payer = value(first(loopOf(coverage, '2330B'), 'NM1'), 9);
      if (decisions.some((decision) => first(decision, 'SVD') === undefined)) return [];
      const own = decisions.filter((decision) => value(first(decision, 'SVD'), 1) === payer);
      const paidSegment = first(coverage, 'AMT', 'D');
      const paid = amount(paidSegment, 2);
      const lines = total(own.map((decision) => amount(first(decision, 'SVD'), 2)));
      const taken = total(casAmounts(all(coverage, 'CAS')));
      if (
        !paidSegment ||
        own.length === 0 ||
        paid === undefined ||
        lines === undefined ||
        taken === undefined
      )
        return [];
      if (lines - taken === paid) return [];
      const message = `What the other payer paid (AMT*D) is not what it paid for the lines less its adjustments of the claim: the difference is ${formatMoney(cents(paid - (lines - taken)))}.`;
      return [{ segment: paidSegment, loop: '2320', element: 'AMT02', message }];
    });
  },
};

/** SNIP 3: a professional claim adds up. */
export const claimBalanceRules: readonly LoopRule[] = [lineCharges, otherPayerLine, otherPayerClaim];
