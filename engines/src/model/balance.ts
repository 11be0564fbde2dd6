import { type Cents, cents, sum } from './cents.ts';
import type { Adjustment } from './coverage.ts';
import type { Remit, RemitClaim, RemitLine } from './remit.ts';

/** One place where a remittance does not add up. `difference` is what is left over, never zero. */
export interface Imbalance {
  /** `line` and `claim`: charge − adjustments − paid. `responsibility`: CLP05 − PR adjustments. `remit`: BPR02 − (claims − PLB). */
  kind: 'line' | 'claim' | 'responsibility' | 'remit';
  /** A path into the remit: `claims[2].lines[0]`; empty for the remit itself. */
  at: string;
  difference: Cents;
}

type Line = Pick<RemitLine, 'charge' | 'paid' | 'adjustments'>;
type ClaimPayment = Pick<RemitClaim, 'charge' | 'paid' | 'adjustments'> & {
  lines: readonly Pick<RemitLine, 'adjustments'>[];
};

/** What adjustments take away from a charge, all together. */
export function adjusted(adjustments: readonly Adjustment[]): Cents {
  return sum(adjustments.map(({ amount }) => amount));
}

/** How far a line is from balancing. Source: 005010X221A1, 1.10.2.1.1. */
export function lineImbalance({ charge, paid, adjustments }: Line): Cents {
  return cents(charge - adjusted(adjustments) - paid);
}

/** How far a claim is from balancing, adjustments of its lines included. Source: 005010X221A1, 1.10.2.1.2. */
export function claimImbalance({ charge, paid, adjustments, lines }: ClaimPayment): Cents {
  const ofLines = sum(lines.map((line) => adjusted(line.adjustments)));
  return cents(charge - adjusted(adjustments) - ofLines - paid);
}

/** What a claim's adjustments leave to the patient (group PR), of the claim and of its lines. */
export function patientShare({ adjustments, lines }: Pick<ClaimPayment, 'adjustments' | 'lines'>): Cents {
  const all = [...adjustments, ...lines.flatMap((line) => line.adjustments)];
  return adjusted(all.filter(({ group }) => group === 'PR'));
}

/** How far the payment is from the claims less PLB. Source: 005010X221A1, 1.10.2.1.3. */
export function remitImbalance({
  paid,
  claims,
  providerAdjustments,
}: Pick<Remit, 'paid' | 'claims' | 'providerAdjustments'>): Cents {
  const ofClaims = sum(claims.map((claim) => claim.paid));
  return cents(paid - (ofClaims - sum(providerAdjustments.map(({ amount }) => amount))));
}

/** Every place where the remit does not add up, to the cent; empty when it may be posted. */
export function imbalances(remit: Remit): Imbalance[] {
  const found: Imbalance[] = [];
  const note = (kind: Imbalance['kind'], at: string, difference: Cents) => {
    if (difference !== 0) found.push({ kind, at, difference });
  };
  remit.claims.forEach((claim, c) => {
    claim.lines.forEach((line, l) => {
      note('line', `claims[${c}].lines[${l}]`, lineImbalance(line));
    });
    note('claim', `claims[${c}]`, claimImbalance(claim));
    // A reversal mirrors the first payment, and payers differ in whether CLP05 is mirrored with it.
    if (claim.status !== '22' && claim.patientResponsibility !== 0) {
      note('responsibility', `claims[${c}]`, cents(claim.patientResponsibility - patientShare(claim)));
    }
  });
  note('remit', '', remitImbalance(remit));
  return found;
}
