import { first, type Loop, loopsOf } from '../../walk/loop.ts';
import { amount, total } from '../amounts.ts';
import type { Found, LoopRule } from '../rule.ts';
import { difference } from './charges.ts';
import {
  hasDecisions,
  imbalanceOf,
  isBypassed,
  type OtherPayer,
  otherPayersOf,
  paidOn,
  payerOf,
  takenBy,
} from './decisions.ts';
import { lineTotal } from './line.ts';

const source = '005010X222A1, X223A2, X224A2: 1.4 Balancing';

const otherPayerLine: LoopRule = {
  id: 'other-payer-line-balance',
  snip: 3,
  loop: '2300',
  from: 'guide',
  source: `${source}; 2430 SVD02 and CAS`,
  when: "what another payer paid for a line (SVD02) is the line's charge less that payer's adjustments of it",
  check(claim) {
    if (!hasDecisions(claim)) return [];
    const off = (amount(first(claim, 'CLM'), 2) ?? 0) - (lineTotal(claim) ?? 0);
    return loopsOf(claim, '2400').flatMap((line): Found[] => {
      // Adjustments that stand before their SVD are told as that.
      if (loopsOf(line, '2430').some((decision) => !first(decision, 'SVD'))) return [];
      const wrong = byPayer(line).flatMap((decisions) => unbalanced(decisions) ?? []);
      // A charge of a line that was changed disagrees with the total as well, which says it.
      if (off !== 0 && wrong.every((decision) => imbalanceOf(decision) === -off)) return [];
      return wrong.flatMap((decision): Found[] => {
        const svd = first(decision, 'SVD');
        if (!svd) return [];
        const message = `The line's charge less the other payer's adjustments is not what it paid (SVD02): the difference is ${difference(imbalanceOf(decision) ?? 0)}.`;
        return [{ segment: svd, loop: '2430', element: 'SVD02', message }];
      });
    });
  },
};

function byPayer(line: Loop): Loop[][] {
  const groups = new Map<string | undefined, Loop[]>();
  for (const decision of loopsOf(line, '2430')) {
    const payer = payerOf(decision);
    groups.set(payer, [...(groups.get(payer) ?? []), decision]);
  }
  return [...groups.values()];
}

/**
 * The decision that does not balance. A payer that unbundled a line decided on it several times: then the
 * first decision balances by itself, or all of them together.
 */
function unbalanced([head, ...rest]: readonly Loop[]): Loop | undefined {
  const left = head && imbalanceOf(head);
  const settled = total(rest.flatMap((one) => [takenBy(one), paidOn(one)]));
  if (left === undefined || settled === undefined || left === 0 || left === settled) return undefined;
  return head;
}

const otherPayerClaim: LoopRule = {
  id: 'other-payer-claim-balance',
  onlyWith: '2320',
  snip: 3,
  loop: '2300',
  from: 'guide',
  source: `${source}; 2320 AMT*D and CAS, 2430 SVD02`,
  when: "what another payer paid for the claim (AMT*D) is what it paid for the lines less its adjustments of the claim; of a payer that decided on the claim alone, the claim's charge less them",
  check(claim) {
    const { payers, isClear } = otherPayersOf(claim);
    if (!isClear) return [];
    return payers.flatMap((payer): Found[] => {
      const segment = first(payer.coverage, 'AMT', 'D');
      const off = payer.decisions.length > 0 ? offFromLines(payer) : offFromClaim(payer, claim);
      if (!segment || off === undefined || off === 0) return [];
      const basis =
        payer.decisions.length > 0 ? 'what it paid for the lines' : 'the total charge of the claim';
      const message = `What the other payer paid (AMT*D) is not ${basis} less its adjustments of the claim: the difference is ${difference(off)}.`;
      return [{ segment, loop: '2320', element: 'AMT02', message }];
    });
  },
};

function offFromLines({ coverage, decisions }: OtherPayer): number | undefined {
  const [paid, lines] = [amount(first(coverage, 'AMT', 'D'), 2), total(decisions.map(paidOn))];
  const taken = takenBy(coverage);
  if (paid === undefined || lines === undefined || taken === undefined) return undefined;
  const off = paid - (lines - taken);
  // The payment of a line that was changed has a finding there.
  const ofLines = decisions.reduce((sum, one) => sum + (imbalanceOf(one) ?? 0), 0);
  return off === ofLines ? 0 : off;
}

/** Without adjustments there is nothing to go by: a paper remittance may have told the payment alone. */
function offFromClaim({ coverage }: OtherPayer, claim: Loop): number | undefined {
  const [paid, taken] = [amount(first(coverage, 'AMT', 'D'), 2), takenBy(coverage)];
  const charges = [amount(first(claim, 'CLM'), 2), lineTotal(claim)];
  if (!first(coverage, 'CAS') || paid === undefined || taken === undefined) return undefined;
  // A total that its lines contradict has a finding of its own.
  const offs = charges.flatMap((charge) => (charge === undefined ? [] : [paid - (charge - taken)]));
  return offs.includes(0) ? 0 : offs[0];
}

const bypassedPayer: LoopRule = {
  id: 'not-covered-total',
  onlyWith: '2320',
  snip: 3,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, X223A2, X224A2: 2320 AMT*A8',
  when: 'the amount that a bypassed payer does not cover (AMT*A8) is the total charge of the claim',
  check(claim) {
    const charges = [amount(first(claim, 'CLM'), 2), lineTotal(claim)];
    return otherPayersOf(claim)
      .payers.filter(isBypassed)
      .flatMap(({ coverage }): Found[] => {
        const segment = first(coverage, 'AMT', 'A8');
        const stated = amount(segment, 2);
        if (!segment || stated === undefined || charges[0] === undefined || charges.includes(stated))
          return [];
        const message = `AMT*A8 is not the total charge of the claim (CLM02): the difference is ${difference(stated - charges[0])}.`;
        return [{ segment, loop: '2320', element: 'AMT02', message }];
      });
  },
};

/** SNIP 3: what other payers decided balances. */
export const claimBalanceRules: readonly LoopRule[] = [otherPayerLine, otherPayerClaim, bypassedPayer];
