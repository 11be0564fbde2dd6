/** How a second, blind coding compares with the first. Codes in their order, first-listed first. */
export interface CodeComparison {
  agreed: string[];
  onlyFirst: string[];
  onlySecond: string[];
  sameFirstListed: boolean;
}

/** Compares two codings of one chart; the order of codes behind the first-listed one says nothing. */
export function compareCodes(first: readonly string[], second: readonly string[]): CodeComparison {
  return {
    agreed: first.filter((code) => second.includes(code)),
    onlyFirst: first.filter((code) => !second.includes(code)),
    onlySecond: second.filter((code) => !first.includes(code)),
    sameFirstListed: first[0] === second[0],
  };
}

/** The 95 % interval of a rate. Source: Wilson, JASA 22 (1927) 209: it holds for few cases and rates near 1. */
export function wilsonInterval(agreed: number, of: number): { low: number; high: number } | undefined {
  if (of === 0) return undefined;
  const z = 1.96;
  const rate = agreed / of;
  const middle = rate + (z * z) / (2 * of);
  const spread = z * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
