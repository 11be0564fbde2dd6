import type { ClaimSummary } from '@superbill/contract';
import { type Cents, sum } from '@superbill/engines/model';

export interface PayerTotal {
  name: string;
  claims: number;
  charges: Cents;
}

/** How many claims of how much go to each payer, by name; the last row is the total. */
export function byPayer(claims: readonly Pick<ClaimSummary, 'payerName' | 'chargeCents'>[]): PayerTotal[] {
  const names = [...new Set(claims.map(({ payerName }) => payerName))].sort();
  const totalOf = (name: string, own: typeof claims): PayerTotal => ({
    name,
    claims: own.length,
    charges: sum(own.map(({ chargeCents }) => chargeCents)),
  });
  const rows = names.map((name) =>
    totalOf(
      name,
      claims.filter(({ payerName }) => payerName === name),
    ),
  );
  return [...rows, totalOf('Total', claims)];
}
