import { type Cents, cents, formatMoney } from '../../../model/index.ts';
import { element } from '../../tokens/segment.ts';
import { first, type Loop, loopsOf } from '../../walk/loop.ts';
import { amount, total } from '../amounts.ts';
import type { LoopRule, TransactionRule } from '../rule.ts';

/** How far a remittance item is from balancing; undefined where nothing was billed or an amount cannot be read. */
function differenceOf(item: Loop): Cents | undefined {
  const rmr = first(item, 'RMR');
  if (!rmr || element(rmr, 5) === '') return undefined;
  const adjustments = loopsOf(item, item.id === '2300A' ? '2320A' : '2320B');
  const adjusted = total(adjustments.map((one) => amount(first(one, 'ADX'), 1)));
  const [paid, billed] = [amount(rmr, 4), amount(rmr, 5)];
  if (paid === undefined || billed === undefined || adjusted === undefined) return undefined;
  return cents(paid - billed - adjusted);
}

/** What is billed (RMR05) and the adjustments of this payment (ADX01, negative where they take away) make what is paid (RMR04). */
export const itemBalances: LoopRule[] = ['2300A', '2300B'].map((loop) => ({
  id: 'item-balance',
  snip: 3,
  loop,
  from: 'guide',
  source: `005010X218, ${loop} RMR04, RMR05 and ADX01`,
  when: 'RMR04 is RMR05 plus the ADX01 that follow, where RMR05 is given',
  check(item) {
    const rmr = first(item, 'RMR');
    const left = differenceOf(item);
    if (!rmr || left === undefined || left === 0) return [];
    const message = `What is billed (RMR05) and the adjustments do not make what is paid (RMR04): the difference is ${formatMoney(left)}.`;
    return [{ segment: rmr, loop, element: 'RMR04', message }];
  },
}));

/** BPR02 is what is paid on the items and the adjustments of earlier payments. A difference that the items have already is theirs. */
export const premiumBalance: TransactionRule = {
  id: 'payment-balance',
  snip: 3,
  from: 'guide',
  source: '005010X218, BPR02, RMR04 and ADX01 of loops 2200A and 2200B',
  when: 'BPR02 is the sum of all RMR04 and of the ADX01 before them, where the payment is itemized',
  start(report) {
    const amounts: (Cents | undefined)[] = [];
    let items = 0;
    let ofItems = 0;
    return {
      headless(loop) {
        // What the missing segment would have said is unknown, and so is the sum.
        if (/^2[23]00[AB]$/.test(loop.id)) amounts.push(undefined);
      },
      closed(loop) {
        if (loop.id === '2200A' || loop.id === '2200B') {
          const adx = first(loop, 'ADX');
          if (adx) amounts.push(amount(adx, 1));
        } else if (loop.id === '2300A' || loop.id === '2300B') {
          items++;
          const rmr = first(loop, 'RMR');
          if (rmr) amounts.push(amount(rmr, 4));
          ofItems += differenceOf(loop) ?? 0;
        }
        // So is what an item would have said that a remittance must have and has not.
        if (
          (loop.id === '2000A' || loop.id === '2000B') &&
          loopsOf(loop, `23${loop.id.slice(2)}`).length === 0
        )
          amounts.push(undefined);
        if (loop.id !== '' || items === 0) return;
        const bpr = first(loop, 'BPR');
        const [paid, sum] = [amount(bpr, 2), total(amounts)];
        if (!bpr || paid === undefined || sum === undefined) return;
        const left = cents(paid - sum);
        if (left === 0 || left === -ofItems) return;
        const message = `The payment (BPR02) is not the sum of the items (RMR04) and the adjustments of earlier payments: the difference is ${formatMoney(left)}.`;
        report({ code: 'payment-balance', segment: bpr, loop: '', element: 'BPR02', message });
      },
    };
  },
};
