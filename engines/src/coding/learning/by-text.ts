/** Orders texts the same way on every machine, which a locale's order does not. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
