import { cents, type IsoDate, type ProviderAdjustment } from '../model/index.ts';
import type { Account } from './accounts.ts';
import { type Cause, type Entry, makePosting, type Posting } from './posting.ts';

/**
 * Where PLB money belongs, by its reason. A recovery (WO) and a balance carried to the next payment (FB) meet on
 * one account and, over all files of one matter, cancel out. What is not named here waits in suspense for a person.
 * Source: X12 005010X221A1, PLB03-1 and 1.10.2.17.
 */
const accountOf: Record<string, Account> = {
  WO: 'payer-take-back',
  FB: 'payer-take-back',
  '72': 'payer-take-back',
  L6: 'payer-interest',
  LS: 'payer-interest',
};

/**
 * Posts the money of a remittance that belongs to no claim. A positive adjustment reduces the payment, so it
 * takes from the cash that the claims brought.
 */
export function postProviderAdjustments(
  adjustments: readonly ProviderAdjustment[],
  date: IsoDate,
): Posting | undefined {
  if (adjustments.length === 0) return undefined;
  const entries = adjustments.flatMap(({ reason, reference, amount }): Entry[] => {
    const cause: Cause = {
      providerAdjustment: { reason, ...(reference !== undefined && { reference }) },
    };
    return [
      { account: 'cash-payer', amount: cents(-amount), cause },
      { account: accountOf[reason] ?? 'suspense', amount, cause },
    ];
  });
  return makePosting('provider-adjustment', date, entries);
}
