import { component, element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop } from '../../walk/loop.ts';
import { amount, total } from '../amounts.ts';
import type { RuleFinding, TransactionRule } from '../rule.ts';
import {
  balanceClaim,
  checkResponsibility,
  checkReversal,
  checkUnpaid,
  difference,
} from './claim-balance.ts';
import { checkMethod } from './payment.ts';
import { checkForwarded, plbPairs } from './provider-adjustments.ts';

interface Sums {
  claims: number;
  count: number;
  charge: number;
  paid: number;
  chargeOff: number;
  paidOff: number;
  interest: number;
  readable: boolean;
}

const noSums = (): Sums => ({
  claims: 0,
  count: 0,
  charge: 0,
  paid: 0,
  chargeOff: 0,
  paidOff: 0,
  interest: 0,
  readable: true,
});

/**
 * A remittance adds up to the cent: each line, each claim, the totals of a group of claims (TS3) and the
 * payment. What a sum below explains is not said again of the sum above it.
 */
export const remitBalance: TransactionRule = {
  id: 'line-balance',
  snip: 3,
  from: 'guide',
  source: '005010X221A1, 1.10.2.1',
  when: 'charge less adjustments is what was paid, by line (SVC03) and claim (CLP04); charges of lines are the claim’s; TS304 and TS305 count the claims of the group; BPR02 is all claims less PLB; a payment of zero goes with BPR04 = NON and BPR01 = H; CLP02 4, 23 and 25 go with CLP04 of zero, 22 with negative amounts; CLP05 is the sum of group PR',
  start(report) {
    const payment = noSums();
    let group = noSums();
    return {
      closed(loop) {
        if (loop.id === '2100') addClaim(loop, [payment, group], report);
        if (loop.id === '2000') {
          // A group that lost its number may have lost its claims to the next.
          if (first(loop, 'LX')) checkGroup(first(loop, 'TS3'), group, report);
          group = noSums();
        }
        if (loop.id === '') checkPayment(loop, payment, report);
      },
    };
  },
};

function addClaim(loop: Loop, sums: readonly Sums[], report: (finding: RuleFinding) => void): void {
  const { findings, charge, paid, chargeOff, paidOff } = balanceClaim(loop);
  const said =
    findings.length > 0
      ? findings
      : [...checkReversal(loop), ...checkUnpaid(loop), ...checkResponsibility(loop)];
  for (const finding of said) report(finding);
  const interest = amount(first(loop, 'AMT', 'I'), 2) ?? 0;
  for (const sum of sums) {
    sum.count++;
    sum.chargeOff += chargeOff;
    sum.paidOff += paidOff;
    sum.interest += interest;
    sum.charge += charge ?? 0;
    sum.paid += paid ?? 0;
    if (charge === undefined || paid === undefined) sum.readable = false;
  }
}

function checkGroup(
  ts3: Segment | undefined,
  { count, charge, chargeOff, paidOff, readable }: Sums,
  report: (finding: RuleFinding) => void,
): void {
  if (!ts3) return;
  const at = { segment: ts3, loop: '2000' };
  if (/^\d+$/.test(element(ts3, 4)) && Number(element(ts3, 4)) !== count) {
    const message = `TS304 does not count the claims that follow right: there are ${count}.`;
    report({ ...at, code: 'group-count', element: 'TS304', message });
  }
  const stated = amount(ts3, 5);
  if (!readable || stated === undefined) return;
  const off = stated - charge;
  if (off === 0 || off === -chargeOff || off === -paidOff) return;
  const message = `TS305 is not the charge of the claims that follow: the difference is ${difference(off)}.`;
  report({ ...at, code: 'group-charge', element: 'TS305', message });
}

function checkPayment(root: Loop, sums: Sums, report: (finding: RuleFinding) => void): void {
  const bpr = first(root, 'BPR');
  const paid = amount(bpr, 2);
  const plbs = all(root, 'PLB');
  const taken = total(
    plbs.flatMap((plb) =>
      plbPairs
        .filter((i) => element(plb, i) !== '' || element(plb, i + 1) !== '')
        .map((i) => (element(plb, i) === '' ? undefined : amount(plb, i + 1))),
    ),
  );
  if (!bpr || paid === undefined) return;
  const off = sums.readable && taken !== undefined ? paid - (sums.paid - taken) : 0;
  if (off === 0) {
    for (const found of checkMethod(bpr)) report({ code: 'payment-method', ...found });
    for (const found of checkForwarded(root)) report({ code: 'plb-forward', ...found });
    if (sums.readable) checkInterest(bpr, plbs, sums.interest, report);
  }
  // That a payment is negative is said by itself.
  if (off !== 0 && off !== sums.paidOff && paid >= 0) {
    const message = `The payment (BPR02) is not the sum of the claims' payments less PLB: the difference is ${difference(off)}.`;
    report({ code: 'payment-balance', segment: bpr, loop: '', element: 'BPR02', message });
  }
}

/** Interest that claims tell of (AMT*I) is paid by PLB L6, as a negative amount. Source: 005010X221A1, 1.10.2.9. */
function checkInterest(
  bpr: Segment,
  plbs: readonly Segment[],
  interest: number,
  report: (finding: RuleFinding) => void,
): void {
  if (interest === 0) return;
  const paid = plbs.flatMap((plb) =>
    plbPairs
      .filter((i) => component(plb, i, 1) === 'L6')
      .map((i) => ({ plb, i, sum: amount(plb, i + 1) ?? 0 })),
  );
  const off = interest + paid.reduce((sum, one) => sum + one.sum, 0);
  if (off === 0) return;
  const [first] = paid;
  // Whatever its reason says, an amount that is the interest of the claims pays it.
  const isPaidOtherwise = plbs.some((plb) => plbPairs.some((i) => amount(plb, i + 1) === -interest));
  if (!first && isPaidOtherwise) return;
  const at = first
    ? { segment: first.plb, element: `PLB${String(first.i + 1).padStart(2, '0')}` }
    : { segment: bpr, missing: 'PLB' };
  const message = `The interest of the claims (AMT*I) is not what PLB L6 pays: the difference is ${difference(off)}.`;
  report({ ...at, severity: 'warning', code: 'interest', loop: '', message });
}
