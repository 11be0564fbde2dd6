/**
 * Whether ten digits are a well-formed National Provider Identifier: the Luhn check digit is computed
 * with the prefix 80840. Source: 45 CFR 162.406; CMS, NPI check digit calculation.
 */
export function isNpi(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  return luhn(`80840${text}`) === 0;
}

/** Completes nine digits to a well-formed NPI. */
export function completeNpi(nine: string): string {
  if (!/^\d{9}$/.test(nine)) throw new RangeError('nine digits wanted');
  return nine + String((10 - luhn(`80840${nine}0`)) % 10);
}

function luhn(digits: string): number {
  let total = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10;
}
