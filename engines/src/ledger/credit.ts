import { type Cents, cents } from '../model/index.ts';
import type { Entry } from './posting.ts';

/** A part of a patient's credit, and the payment it came from. */
export interface CreditSource {
  /** Undefined when nothing tells which payment it was. */
  paymentId: string | undefined;
  amount: Cents;
}

/** What a patient paid on one charge beyond what it finally cost. */
export interface Overpayment {
  chargeId: string;
  paymentId: string;
  amount: Cents;
}

/** A patient's credit by the payments it came from, the first one first; nothing that is used up or paid back. */
export function creditSources(entries: readonly Entry[]): CreditSource[] {
  const byPayment = new Map<string | undefined, number>();
  for (const { account, amount, cause } of entries) {
    if (account !== 'patient-credit') continue;
    byPayment.set(cause.paymentId, (byPayment.get(cause.paymentId) ?? 0) - amount);
  }
  return [...byPayment].flatMap(([paymentId, amount]) =>
    amount > 0 ? [{ paymentId, amount: cents(amount) }] : [],
  );
}

/** Where charges were overpaid, the last payment on a charge first; what no payment explains is left out. */
export function overpayments(entries: readonly Entry[]): Overpayment[] {
  const byCharge = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { chargeId } = entry.cause;
    if (entry.account !== 'patient-receivable' || chargeId === undefined) continue;
    byCharge.set(chargeId, [...(byCharge.get(chargeId) ?? []), entry]);
  }
  return [...byCharge].flatMap(([chargeId, own]) => {
    let left = -own.reduce((total, { amount }) => total + amount, 0);
    const paid = new Map<string, number>();
    for (const { amount, cause } of own) {
      if (cause.paymentId === undefined) continue;
      paid.set(cause.paymentId, (paid.get(cause.paymentId) ?? 0) - amount);
    }
    return [...paid].reverse().flatMap(([paymentId, amount]) => {
      const part = Math.min(Math.max(left, 0), Math.max(amount, 0));
      left -= part;
      return part === 0 ? [] : [{ chargeId, paymentId, amount: cents(part) }];
    });
  });
}

/** Takes an amount from the sources of a credit, the first one first; throws when they do not hold it. */
export function takeCredit(sources: readonly CreditSource[], amount: Cents): CreditSource[] {
  let left: number = amount;
  const taken = sources.flatMap((source) => {
    const part = Math.min(left, source.amount);
    left -= part;
    return part <= 0 ? [] : [{ ...source, amount: cents(part) }];
  });
  if (left !== 0) throw new RangeError('the credit does not hold this amount');
  return taken;
}
