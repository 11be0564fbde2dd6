import { formatMoney } from '../../model/index.ts';
import { all, first, type Loop, loopsOf, part, value } from '../loop.ts';
import { element } from '../segment.ts';
import { amount, casAmounts, total } from './amounts.ts';
import type { LoopRule, RuleSet, TransactionRule } from './rule.ts';

/** SVC02 less the line's adjustments is SVC03. */
const lineBalance: LoopRule = {
  id: 'line-balance',
  snip: 3,
  loop: '2110',
  source: '005010X221A1, 1.10.2.1.1',
  check(loop) {
    const svc = first(loop, 'SVC');
    const [charge, paid, taken] = [amount(svc, 2), amount(svc, 3), total(casAmounts(all(loop, 'CAS')))];
    if (!svc || charge === undefined || paid === undefined || taken === undefined || charge - taken === paid)
      return [];
    const message = `The line's charge less its adjustments is not what was paid (SVC03): the difference is ${difference(charge - taken - paid)}.`;
    return [{ segment: svc, loop: '2110', element: 'SVC03', message }];
  },
};

/** How far the lines of a claim are from balancing, taken together; undefined when they cannot be read. */
function differenceOfLines(loop: Loop): number | undefined {
  let sum = 0;
  for (const line of loopsOf(loop, '2110')) {
    const svc = first(line, 'SVC');
    const [charge, paid, taken] = [amount(svc, 2), amount(svc, 3), total(casAmounts(all(line, 'CAS')))];
    if (charge === undefined || paid === undefined || taken === undefined) return undefined;
    sum += charge - taken - paid;
  }
  return sum;
}

/** CLP03 less the adjustments of the claim and of its lines is CLP04. A difference that a line has already is its own. */
const claimBalance: LoopRule = {
  id: 'claim-balance',
  snip: 3,
  loop: '2100',
  source: '005010X221A1, 1.10.2.1.2',
  check(loop) {
    const clp = first(loop, 'CLP');
    const lines = loopsOf(loop, '2110');
    const segments = [loop, ...lines].flatMap((one) => all(one, 'CAS'));
    const [charge, paid, taken] = [amount(clp, 3), amount(clp, 4), total(casAmounts(segments))];
    if (!clp || charge === undefined || paid === undefined || taken === undefined) return [];
    const left = charge - taken - paid;
    if (left === 0 || left === differenceOfLines(loop)) return [];
    const message = `The claim's charge less all adjustments is not what was paid (CLP04): the difference is ${difference(left)}.`;
    return [{ segment: clp, loop: '2100', element: 'CLP04', message }];
  },
};

const lineCharges: LoopRule = {
  id: 'line-charges',
  snip: 3,
  loop: '2100',
  source: '005010X221A1, 1.10.2.1.2 and CLP03',
  check(loop) {
    const clp = first(loop, 'CLP');
    const lines = loopsOf(loop, '2110');
    const [charge, sum] = [amount(clp, 3), total(lines.map((line) => amount(first(line, 'SVC'), 2)))];
    if (!clp || lines.length === 0 || charge === undefined || sum === undefined || sum === charge) return [];
    const message = `The charges of the lines do not add up to the claim's charge (CLP03): the difference is ${difference(charge - sum)}.`;
    return [{ segment: clp, loop: '2100', element: 'CLP03', message }];
  },
};

/** What the patient owes is said once by CLP05 and once by the adjustments of group PR. */
const responsibility: LoopRule = {
  id: 'patient-responsibility',
  snip: 3,
  loop: '2100',
  source: '005010X221A1, CLP05',
  check(loop) {
    const clp = first(loop, 'CLP');
    const segments = [loop, ...loopsOf(loop, '2110')].flatMap((one) => all(one, 'CAS', 'PR'));
    const [stated, sum] = [amount(clp, 5), total(casAmounts(segments))];
    if (!clp || stated === undefined || sum === undefined || stated === sum) return [];
    // A reversal need not mirror CLP05, and a line out of balance explains enough.
    if (value(clp, 2) === '22' || differenceOfLines(loop) !== 0) return [];
    const message = `Patient responsibility (CLP05) is not the sum of the PR adjustments: the difference is ${difference(stated - sum)}.`;
    return [{ severity: 'warning', segment: clp, loop: '2100', element: 'CLP05', message }];
  },
};

/** BPR02 is what the claims were paid less what PLB takes away. */
const paymentBalance: TransactionRule = {
  snip: 3,
  source: '005010X221A1, 1.10.2.1.3',
  start(report) {
    let claims = 0;
    let readable = true;
    return {
      closed(loop) {
        if (loop.id === '2100') {
          const paid = amount(first(loop, 'CLP'), 4);
          if (paid === undefined) readable = false;
          else claims += paid;
        }
        if (loop.id !== '') return;
        const bpr = first(loop, 'BPR');
        const paid = amount(bpr, 2);
        const taken = total(
          all(loop, 'PLB').flatMap((plb) =>
            [4, 6, 8, 10, 12, 14].filter((i) => element(plb, i) !== '').map((i) => amount(plb, i)),
          ),
        );
        if (!bpr || !readable || paid === undefined || taken === undefined || claims - taken === paid) return;
        const message = `The payment (BPR02) is not the sum of the claims' payments less PLB: the difference is ${difference(paid - (claims - taken))}.`;
        report({ code: 'payment-balance', segment: bpr, loop: '', element: 'BPR02', message });
      },
    };
  },
};

/** An ACH payment names both banks; a payment is never negative; without money the handling code says so. */
const payment: TransactionRule = {
  snip: 4,
  source: '005010X221A1, BPR01, BPR02, BPR05 to BPR15',
  start(report) {
    return {
      segment(bpr) {
        if (bpr.id !== 'BPR') return;
        const paid = amount(bpr, 2);
        const wrong = (index: number, code: string, message: string) =>
          report({ code, segment: bpr, loop: '', element: `BPR${String(index).padStart(2, '0')}`, message });
        if (paid !== undefined && paid < 0) {
          wrong(
            2,
            'payment-negative',
            'A payment is never negative: what is owed is carried forward in PLB.',
          );
        }
        if (value(bpr, 4) === 'NON' && paid !== undefined && paid !== 0) {
          wrong(4, 'payment-method', 'BPR04 says that no money moves, but BPR02 is not zero.');
        }
        if (value(bpr, 4) !== 'ACH') return;
        for (const index of [5, 6, 7, 8, 9, 10, 12, 13, 14, 15]) {
          if (value(bpr, index) === undefined) {
            wrong(
              index,
              'element-missing',
              `BPR${String(index).padStart(2, '0')} is required for an ACH payment.`,
            );
          }
        }
      },
    };
  },
};

const reasons: LoopRule[] = ['2100', '2110'].map((loop) => ({
  id: 'adjustment-reason',
  snip: 5,
  loop,
  source: 'X12 external code source 139, claim adjustment reason codes',
  check(one, { adjustmentReason }) {
    if (!adjustmentReason) return [];
    return all(one, 'CAS').flatMap((cas) =>
      [2, 5, 8, 11, 14, 17]
        .filter((i) => element(cas, i) !== '' && adjustmentReason(element(cas, i)) === false)
        .map((i) => {
          const at = `CAS${String(i).padStart(2, '0')}`;
          return { segment: cas, loop, element: at, message: `${at} is no claim adjustment reason code.` };
        }),
    );
  },
}));

const remarks: LoopRule = {
  id: 'remark-code',
  snip: 5,
  loop: '2110',
  source: 'X12 external code source 411, remittance advice remark codes',
  check(loop, { remark }) {
    if (!remark) return [];
    return all(loop, 'LQ', 'HE')
      .filter((lq) => part(lq, 2, 1) !== undefined && remark(element(lq, 2)) === false)
      .map((lq) => ({
        segment: lq,
        loop: '2110',
        element: 'LQ02',
        message: 'LQ02 is no remittance advice remark code.',
      }));
  },
};

/** A difference in money tells nothing of the patient. */
function difference(amountInCents: number): string {
  const found = amountInCents as Parameters<typeof formatMoney>[0];
  return formatMoney(found);
}

export const remitRules: RuleSet = {
  loops: [lineBalance, claimBalance, lineCharges, responsibility, ...reasons, remarks],
  transactions: [paymentBalance, payment],
};
