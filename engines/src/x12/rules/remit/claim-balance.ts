import { formatMoney } from '../../../model/index.ts';
import { element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop, loopsOf, value } from '../../walk/loop.ts';
import { amount, casAmounts, total } from '../amounts.ts';
import type { RuleFinding } from '../rule.ts';

/** How one claim adds up: what is wrong with it, and how far its totals mislead those above them. */
export interface ClaimBalance {
  findings: RuleFinding[];
  charge: number | undefined;
  paid: number | undefined;
  /** How far CLP03 and CLP04 are off where they were found to be what is wrong. */
  chargeOff: number;
  paidOff: number;
}

interface LineSums {
  svc: Segment;
  charge: number;
  /** SVC02 − adjustments − SVC03. */
  off: number;
}

/** Undefined when an amount of a line cannot be read, so that there is nothing to balance. */
function sumsOfLines(loop: Loop): LineSums[] | undefined {
  const sums: LineSums[] = [];
  for (const line of loopsOf(loop, '2110')) {
    const svc = first(line, 'SVC');
    const [charge, paid, taken] = [amount(svc, 2), amount(svc, 3), total(casAmounts(all(line, 'CAS')))];
    if (!svc || charge === undefined || paid === undefined || taken === undefined) return undefined;
    sums.push({ svc, charge, off: charge - taken - paid });
  }
  return sums;
}

/**
 * Balances a claim (loop 2100) and its lines, and names the one amount that explains a difference: SVC02 when
 * neither the line nor the claim agrees with it, SVC03 when only the line does not, CLP03 when the charges of
 * the lines say otherwise, CLP04 else. Source: 005010X221A1, 1.10.2.1.1 and 1.10.2.1.2.
 */
export function balanceClaim(loop: Loop): ClaimBalance {
  const clp = first(loop, 'CLP');
  const [charge, paid] = [amount(clp, 3), amount(clp, 4)];
  const balance: ClaimBalance = { findings: [], charge, paid, chargeOff: 0, paidOff: 0 };
  const lines = sumsOfLines(loop);
  const taken = total(casAmounts([loop, ...loopsOf(loop, '2110')].flatMap((one) => all(one, 'CAS'))));
  if (!clp || charge === undefined || paid === undefined || taken === undefined || !lines) return balance;

  const left = charge - taken - paid;
  const charges = lines.length === 0 ? 0 : charge - lines.reduce((sum, line) => sum + line.charge, 0);
  const wrong = lines.filter(({ off }) => off !== 0);
  const [only] = wrong;
  if (only && wrong.length === 1 && left === 0 && charges === -only.off) {
    balance.findings.push(lineCharge(only));
    return balance;
  }
  balance.findings.push(...wrong.map(linePayment));
  const ofLines = wrong.reduce((sum, { off }) => sum + off, 0);
  if (charges !== 0) {
    balance.findings.push(claimCharge(clp, charges));
    balance.chargeOff = charges;
  }
  // What a line or the charge explains is not said a second time of the payment.
  const rest = left - ofLines;
  const isMissingLine = wrong.length === 0 && isPartOf(charges - rest, charges);
  if (rest !== 0 && rest !== -ofLines && !(charges !== 0 && (rest === charges || isMissingLine))) {
    balance.findings.push(claimPayment(clp, left));
    balance.paidOff = left;
  }
  return balance;
}

/** Without one line both the charge and the payment of the claim exceed those of its lines. */
function isPartOf(part: number, whole: number): boolean {
  return part === 0 || (Math.sign(part) === Math.sign(whole) && Math.abs(part) <= Math.abs(whole));
}

function lineCharge({ svc, off }: LineSums): RuleFinding {
  const message = `The line's charge (SVC02) agrees neither with its adjustments and payment nor with the claim's charge: the difference is ${difference(off)}.`;
  return { code: 'line-balance', segment: svc, loop: '2110', element: 'SVC02', message };
}

function linePayment({ svc, off }: LineSums): RuleFinding {
  const message = `The line's charge less its adjustments is not what was paid (SVC03): the difference is ${difference(off)}.`;
  return { code: 'line-balance', segment: svc, loop: '2110', element: 'SVC03', message };
}

function claimCharge(segment: Segment, off: number): RuleFinding {
  const message = `The charges of the lines do not add up to the claim's charge (CLP03): the difference is ${difference(off)}.`;
  return { code: 'line-charges', segment, loop: '2100', element: 'CLP03', message };
}

function claimPayment(segment: Segment, off: number): RuleFinding {
  const message = `The claim's charge less all adjustments is not what was paid (CLP04): the difference is ${difference(off)}.`;
  return { code: 'claim-balance', segment, loop: '2100', element: 'CLP04', message };
}

/**
 * What the patient owes is said once by CLP05 and once by the adjustments of group PR. A reversal does not say
 * it. Source: 005010X221A1, CLP05 and 1.10.2.8.
 */
export function checkResponsibility(loop: Loop): RuleFinding[] {
  const clp = first(loop, 'CLP');
  const adjustments = [loop, ...loopsOf(loop, '2110')].flatMap((one) => all(one, 'CAS'));
  // An adjustment of no group may have been meant for the patient.
  if (adjustments.some((cas) => !/^(?:CO|OA|PI|PR)$/.test(element(cas, 1)))) return [];
  const sum = total(casAmounts(adjustments.filter((cas) => element(cas, 1) === 'PR')));
  const stated = value(clp, 5) === undefined ? 0 : amount(clp, 5);
  if (!clp || sum === undefined || stated === undefined) return [];
  const at = { segment: clp, loop: '2100', element: 'CLP05' };
  if (value(clp, 2) === '22') {
    if (stated === 0) return [];
    const message = 'CLP05 is not used in a reversal: the correction says what the patient owes.';
    return [{ ...at, severity: 'warning', code: 'reversal-responsibility', message }];
  }
  if (stated === sum) return [];
  const message =
    value(clp, 5) === undefined
      ? 'CLP05 is required, because adjustments of group PR leave an amount to the patient.'
      : `Patient responsibility (CLP05) is not the sum of the PR adjustments: the difference is ${difference(stated - sum)}.`;
  return [{ ...at, code: 'patient-responsibility', message }];
}

/** A reversal takes back what was said, so that its charge and payment are negative. */
export function checkReversal(loop: Loop): RuleFinding[] {
  const clp = first(loop, 'CLP');
  if (!clp || value(clp, 2) !== '22') return [];
  const wrong = [3, 4].find((index) => (amount(clp, index) ?? 0) > 0);
  if (wrong === undefined) return [];
  const at = { segment: clp, loop: '2100', element: `CLP0${wrong}` };
  const message = `CLP0${wrong} must be negative, because a reversal (CLP02 = 22) takes the earlier answer back.`;
  return [{ ...at, code: 'reversal-sign', message }];
}

/** Statuses under which this payer pays nothing: denied as a whole, not ours, or only an estimate. */
const unpaid: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '4': 'The claim is denied (CLP02 = 4), but something was paid for it.',
    '23': 'The claim is another payer’s (CLP02 = 23), but something was paid for it.',
    '25': 'The claim was priced in advance only (CLP02 = 25), but something was paid for it.',
  }),
);

/** Source: 005010X221A1, CLP02 codes 4, 23 and 25, CLP04. */
export function checkUnpaid(loop: Loop): RuleFinding[] {
  const clp = first(loop, 'CLP');
  const message = unpaid.get(value(clp, 2) ?? '');
  if (!clp || message === undefined || (amount(clp, 4) ?? 0) === 0) return [];
  return [{ code: 'status-payment', segment: clp, loop: '2100', element: 'CLP02', message }];
}

/** A difference in money tells nothing of the patient. */
export function difference(amountInCents: number): string {
  return formatMoney(amountInCents as Parameters<typeof formatMoney>[0]);
}
