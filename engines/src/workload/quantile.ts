/**
 * The value below which a share of the values lies, interpolated between neighbours; the order of the values does not
 * matter. Throws on none.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new RangeError('no values');
  return below + (above - below) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** A sum that does not depend on the order in which the values come. */
export function orderlessSum(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0);
}

/**
 * What is seen, drawn towards what was believed before: with `seen` observations and a belief worth `worth` of them.
 * With none it is the belief, with many what is seen.
 */
export function shrink(value: number, belief: number, seen: number, worth: number): number {
  return (value * seen + belief * worth) / (seen + worth);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
