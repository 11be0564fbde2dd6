/** What is known of how often something happens: so many times in so much. Neither has to be whole. */
export interface Known {
  times: number;
  /** Visits, or whatever the times are counted in. */
  of: number;
}

/** How often it is expected in so much more. */
export function expectedOf({ times, of }: Known, more: number): number {
  return (times / of) * more;
}

/**
 * How unlikely so many or more are. What is usual was itself only seen for a while, so the rate is a gamma distribution
 * and the count is negative binomial: wide after a few weeks, Poisson after years. Source: Gelman et al., Bayesian Data
 * Analysis, 3rd ed., 2.6.
 */
export function upperTail(seen: number, known: Known, more: number): number {
  return Math.max(1e-12, 1 - below(seen, known, more));
}

/** How unlikely so few or fewer are. */
export function lowerTail(seen: number, known: Known, more: number): number {
  return Math.max(1e-12, below(seen + 1, known, more));
}

/** The chance of fewer than so many, summed by logarithms: where thousands are usual, none at all is less than 1e-308. */
function below(seen: number, { times, of }: Known, more: number): number {
  const share = Math.log(more / (of + more));
  let term = times * Math.log(of / (of + more));
  let total = 0;
  for (let n = 0; n < seen; n += 1) {
    total += Math.exp(term);
    term += Math.log((times + n) / (n + 1)) + share;
  }
  return total;
}

/**
 * How unlikely a share this much higher than before is, when both were counted in so many: one-sided, by the normal
 * approximation, with the spread of both.
 */
export function shareChance(now: Known, before: Known): number {
  if (now.of === 0 || before.of === 0) return 1;
  const usual = before.times / before.of;
  const spread = Math.max(usual * (1 - usual), 0.01) * (1 / now.of + 1 / before.of);
  return aboveNormal((now.times / now.of - usual) / Math.sqrt(spread));
}

/** The upper tail of the normal distribution, near enough to tell one in a hundred from one in a million. */
function aboveNormal(z: number): number {
  return z <= 0 ? 1 : Math.max(1e-12, 0.5 * Math.exp(-0.717 * z - 0.416 * z * z));
}

/** A point for each factor of ten, at most six; what happens once in twenty times or more often says nothing. */
export function points(chance: number): number {
  return chance > 0.05 ? 0 : Math.min(6, Math.round(-Math.log10(chance) * 10) / 10);
}
