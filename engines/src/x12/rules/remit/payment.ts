import { element, type Segment } from '../../tokens/segment.ts';
import { all, first, loopOf, value } from '../../walk/loop.ts';
import { amount } from '../amounts.ts';
import type { Found, LoopRule } from '../rule.ts';

const at = (segment: Segment, index: number, message: string, severity?: 'warning'): Found => ({
  segment,
  loop: '',
  element: `${segment.id}${String(index).padStart(2, '0')}`,
  message,
  ...(severity && { severity }),
});

const negative: LoopRule = {
  id: 'payment-negative',
  snip: 4,
  loop: '',
  from: 'guide',
  source: '005010X221A1, BPR02 and 1.10.2.12',
  when: 'BPR02 is never negative',
  check(loop) {
    const bpr = first(loop, 'BPR');
    if (!bpr || (amount(bpr, 2) ?? 0) >= 0) return [];
    return [at(bpr, 2, 'A payment is never negative: what is owed is carried forward in PLB.')];
  },
};

/**
 * Without money the advice is for information only: BPR04 = NON and BPR01 = H belong together, and to a payment
 * of zero. Source: 005010X221A1, BPR01, BPR02 and BPR04.
 */
export function checkMethod(bpr: Segment): Found[] {
  const paid = amount(bpr, 2);
  const [handling, how] = [element(bpr, 1), element(bpr, 4)];
  if (paid === undefined || !/^[CDHIPUX]$/.test(handling) || !/^(?:ACH|BOP|CHK|FWT|NON)$/.test(how))
    return [];
  const isNon = how === 'NON';
  if (isNon && paid > 0) return [at(bpr, 4, 'BPR04 says that no money moves, but BPR02 is not zero.')];
  if (!isNon && paid === 0)
    return [at(bpr, 4, 'Nothing is paid (BPR02), so BPR04 ought to be NON.', 'warning')];
  if (isNon === (handling === 'H')) return [];
  const message = isNon
    ? 'No money moves (BPR04), so BPR01 ought to be H, for information only.'
    : 'BPR01 says that this is for information only, but BPR04 pays.';
  return [at(bpr, 1, message, 'warning')];
}

/**
 * What is said together of a transfer: its format, the bank and account it leaves, who sends it, those it goes
 * to. Of a pair the first alone: where that is there, the standard asks for the other.
 */
const transferParts = [[5], [6, 8], [10], [12, 14]] as const;

/** Beside these the standard asks for the element before. */
const seconds: ReadonlyMap<number, number> = new Map([
  [6, 7],
  [12, 13],
]);

const transfer: LoopRule = {
  id: 'element-missing',
  snip: 4,
  loop: '',
  from: 'guide',
  source: '005010X221A1, BPR05 to BPR10 and BPR12 to BPR15',
  when: 'BPR04 is ACH, BOP or FWT: both banks and accounts are named (BPR06 to BPR10, BPR12 to BPR15); ACH: also the format (BPR05)',
  check(loop) {
    const bpr = first(loop, 'BPR');
    const how = value(bpr, 4);
    if (!bpr || how === undefined || !['ACH', 'BOP', 'FWT'].includes(how)) return [];
    const lacks = (index: number) => value(bpr, index) === undefined;
    const due = transferParts.slice(how === 'ACH' ? 0 : 1);
    // What is missing as a whole is told once, at its first element.
    const missing = due.every((part) => part.every(lacks))
      ? (due[0]?.slice(0, 1) ?? [])
      : due.flatMap((part) => (part.every(lacks) ? part.slice(0, 1) : part.filter(lacks)));
    return missing
      .filter((index) => lacks(seconds.get(index) ?? index))
      .map((index) =>
        at(bpr, index, `BPR${String(index).padStart(2, '0')} is required for a payment by ${how}.`),
      );
  },
};

const noTransfer: LoopRule = {
  id: 'payment-bank',
  snip: 4,
  loop: '',
  from: 'guide',
  source: '005010X221A1, BPR05 to BPR15',
  when: 'BPR04 is CHK or NON: no bank is named',
  check(loop) {
    const bpr = first(loop, 'BPR');
    if (!bpr || !['CHK', 'NON'].includes(value(bpr, 4) ?? '')) return [];
    const index = [5, 6, 7, 8, 9, 12, 13, 14, 15].find((n) => value(bpr, n) !== undefined);
    if (index === undefined) return [];
    return [at(bpr, index, 'A bank is named only where money is transferred (BPR04).')];
  },
};

/** The payer is named in TRN03 by a 1 and his tax number, and in BPR10 the same way. */
const originator: LoopRule = {
  id: 'payment-originator',
  snip: 4,
  loop: '',
  from: 'guide',
  source: '005010X221A1, TRN03 and BPR10',
  when: 'TRN03 is a 1 and the payer’s nine-digit tax number, and the same as BPR10 where that is given',
  check(loop) {
    const trn = first(loop, 'TRN');
    const payer = value(trn, 3);
    const sender = value(first(loop, 'BPR'), 10);
    if (!trn || payer === undefined || payer.length !== 10) return [];
    if (!/^1\d{9}$/.test(payer))
      return [at(trn, 3, 'TRN03 ought to be a 1 and the nine digits of the payer’s tax number.', 'warning')];
    if (sender === undefined || sender.length !== 10 || sender === payer) return [];
    return [at(trn, 3, 'TRN03 ought to be the payer’s identifier of BPR10.', 'warning')];
  },
};

/** REF*TJ repeats what N104 says when that is the tax number already. */
const payeeTaxNumber: LoopRule = {
  id: 'payee-tax-number',
  snip: 4,
  loop: '',
  from: 'guide',
  source: '005010X221A1, 1000B N103, N104 and REF*TJ',
  when: 'N103 is FI: REF*TJ, where given, is the same tax number as N104',
  check(loop) {
    const payee = loopOf(loop, '1000B');
    const n1 = first(payee, 'N1');
    const number = value(n1, 4);
    if (!payee || number === undefined || value(n1, 3) !== 'FI') return [];
    return all(payee, 'REF', 'TJ')
      .filter((ref) => value(ref, 2) !== undefined && element(ref, 2) !== number)
      .map((segment) => ({
        segment,
        loop: '1000B',
        element: 'REF02',
        severity: 'warning' as const,
        message: 'REF02 is another tax number than that of the payee in N104.',
      }));
  },
};

/** SNIP 4: the payment of a remittance. */
export const remitPaymentRules: readonly LoopRule[] = [
  negative,
  transfer,
  noTransfer,
  originator,
  payeeTaxNumber,
];
