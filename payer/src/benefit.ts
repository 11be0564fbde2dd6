import { type Cents, cents, percentOf } from '@superbill/engines/model';
import type { Plan } from './plan.ts';

/** What a member has used of a plan year. */
export interface Used {
  deductible: Cents;
  outOfPocket: Cents;
}

/** What a member pays of an allowed amount, by adjustment reason: 1 deductible, 2 coinsurance, 3 copay. */
export interface Share {
  reason: '1' | '2' | '3';
  amount: Cents;
}

/**
 * Splits an allowed amount between member and plan. Preventive care costs the member nothing; a visit with a copay
 * costs the copay and nothing else; the rest goes first to the deductible, then by coinsurance. All shares
 * together stop at the out-of-pocket maximum.
 */
export function memberShares(
  { plan, preventiveCodes, copayCodes }: Plan,
  procedure: string,
  allowed: Cents,
  used: Used,
  copayTaken: boolean,
): Share[] {
  if (preventiveCodes.has(procedure)) return [];
  const left = Math.max(plan.outOfPocketMaxCents - used.outOfPocket, 0);
  const visit = (['office', 'specialist'] as const).find((kind) => copayCodes[kind].has(procedure));
  if (visit) {
    const copay = copayTaken ? 0 : Math.min(plan.copayCents[visit], allowed, left);
    return shares([{ reason: '3', amount: cents(copay) }]);
  }
  const deductible = Math.min(Math.max(plan.deductibleCents - used.deductible, 0), allowed, left);
  const coinsurance = percentOf(cents(allowed - deductible), plan.coinsurancePercent);
  return shares([
    { reason: '1', amount: cents(deductible) },
    { reason: '2', amount: cents(Math.min(coinsurance, left - deductible)) },
  ]);
}

/** Keeps shares, in order, up to a limit. */
export function limitShares(all: readonly Share[], limit: Cents): Share[] {
  let left: number = limit;
  return shares(
    all.map(({ reason, amount }) => {
      const kept = Math.min(amount, left);
      left -= kept;
      return { reason, amount: cents(kept) };
    }),
  );
}

function shares(all: Share[]): Share[] {
  return all.filter(({ amount }) => amount > 0);
}
