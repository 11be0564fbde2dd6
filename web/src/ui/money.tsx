import { type Cents, formatMoney } from '@superbill/engines/model';

/** An amount in the one format; digits of equal width, so that a column lines up. */
export function Money({ amount }: { amount: Cents }) {
  return <span className="sb-number">{formatMoney(amount)}</span>;
}
