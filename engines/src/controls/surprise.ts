/**
 * How unlikely so many or more are when so many are usual: Poisson, upper tail. The usual number is itself only
 * known from a time that was looked at, so half a case for each time is added to it.
 */
export function upperTail(seen: number, usual: number): number {
  let term = Math.exp(-usual);
  let below = 0;
  for (let n = 0; n < seen; n += 1) {
    below += term;
    term *= usual / (n + 1);
  }
  return Math.max(1e-12, 1 - below);
}

/** How unlikely so few or fewer are when so many are usual. */
export function lowerTail(seen: number, usual: number): number {
  let term = Math.exp(-usual);
  let sum = 0;
  for (let n = 0; n <= seen; n += 1) {
    sum += term;
    term *= usual / (n + 1);
  }
  return Math.max(1e-12, sum);
}

/** A point for each factor of ten, at most six; what happens once in twenty times or more often says nothing. */
export function points(chance: number): number {
  return chance > 0.05 ? 0 : Math.min(6, Math.round(-Math.log10(chance) * 10) / 10);
}

/** The usual number for the time looked at, with what little a short history can promise. */
export function usualOf(before: number, ratio: number): number {
  return (before + 1) / ratio;
}
