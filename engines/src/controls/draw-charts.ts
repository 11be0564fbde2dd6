import type { Cents } from '../model/index.ts';

/** A chart that somebody coded on the day that is drawn from. */
export interface CodedChart {
  id: string;
  charge: Cents;
  /** Suggestions the coder turned down, and codes found without one. */
  overridden: number;
  /** Seconds from the first code to the last. */
  seconds: number;
}

export type Stratum = 'high-value' | 'overridden' | 'fast' | 'chance';

/**
 * Draws charts for a second look: a turn each for the dearest quarter, for those where suggestions were overridden,
 * for the fastest quarter, and for all alike, until enough are drawn. Within a turn chance decides, so that every
 * chart may be drawn and nobody can tell which. `chance` gives numbers from 0 up to, not including, 1.
 */
export function drawCharts(
  charts: readonly CodedChart[],
  size: number,
  chance: () => number,
): { id: string; stratum: Stratum }[] {
  const quarter = Math.max(1, Math.ceil(charts.length / 4));
  const strata: [Stratum, CodedChart[]][] = [
    ['high-value', [...charts].sort((a, b) => b.charge - a.charge).slice(0, quarter)],
    ['overridden', charts.filter(({ overridden }) => overridden > 0)],
    ['fast', [...charts].sort((a, b) => a.seconds - b.seconds).slice(0, quarter)],
    ['chance', [...charts]],
  ];
  const drawn = new Map<string, Stratum>();
  const wanted = Math.min(size, charts.length);
  // Which stratum begins is chance too: with a small size the same ones would always be left out.
  for (let turn = Math.floor(chance() * strata.length); drawn.size < wanted; turn += 1) {
    const [stratum, members] = strata[turn % strata.length] ?? ['chance', []];
    const left = members.filter(({ id }) => !drawn.has(id));
    const one = left[Math.floor(chance() * left.length)];
    if (one) drawn.set(one.id, stratum);
  }
  return [...drawn].map(([id, stratum]) => ({ id, stratum }));
}
