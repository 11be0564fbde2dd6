/** US dollars in whole cents: `$125.50` is `12550`. Never a fraction, never a float. */
export type Cents = number & { readonly unit: 'cents' };

/** Makes cents of a whole number; anything else is a caller's mistake and throws. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
}

export const zero: Cents = cents(0);

/** Adds amounts; the empty sum is zero. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/** Reads an amount with at most two decimals (X12 data type R): `'125.5'` is `12550`, `'.5'` is `50`. */
export function parseAmount(text: string): Cents | undefined {
  // By hand, since remittances are little else than amounts.
  const isNegative = text.charCodeAt(0) === 0x2d;
  let value = 0;
  let whole = 0;
  let decimals = -1;
  for (let i = isNegative ? 1 : 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit === -2 && decimals < 0) decimals = 0;
    else if (digit < 0 || digit > 9) return undefined;
    else {
      value = value * 10 + digit;
      if (decimals < 0) whole++;
      else decimals++;
    }
  }
  if (whole > 13 || decimals > 2 || decimals === 0 || (whole === 0 && decimals < 0)) return undefined;
  const scaled = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100;
  return cents(isNegative ? -scaled : scaled);
}

/** Writes an amount as X12 wants it: no trailing zeros, no leading zero padding (`12550` is `125.5`). */
export function formatAmount(amount: Cents): string {
  const sign = amount < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  if (rest === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}

/** Writes an amount for people: `$1,234.50`, `-$3.00`. The one money format of the product. */
export function formatMoney(amount: Cents): string {
  const sign = amount < 0 ? '-' : '';
  const whole = String(Math.trunc(Math.abs(amount) / 100)).replace(/\B(?=(?:\d{3}){1,5}$)/g, ',');
  return `${sign}$${whole}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
}

/**
 * Splits an amount in proportion to the weights and loses no cent: the parts add up to the whole, and
 * each is within one cent of its exact share (largest remainder, ties to the earlier part).
 */
export function allocate(amount: Cents, weights: readonly number[]): Cents[] {
  const total = weights.reduce((a, b) => a + b, 0);
  if (weights.some((w) => !(w >= 0)) || !(total > 0)) throw new RangeError('weights must be positive');
  const exact = weights.map((weight) => (amount * weight) / total);
  const parts = exact.map((share) => Math.trunc(share));
  let left = amount - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: Math.abs(share - Math.trunc(share)) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + Math.sign(left);
    left -= Math.sign(left);
  }
  return parts.map(cents);
}

/** A percentage of an amount, rounded half away from zero to the cent. `percent` is 0–100, at most two decimals. */
export function percentOf(amount: Cents, percent: number): Cents {
  const scaled = amount * Math.round(percent * 100);
  return cents(Math.sign(scaled) * Math.floor((Math.abs(scaled) + 5000) / 10000));
}
