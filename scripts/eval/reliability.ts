import { meets } from './score.ts';
import type { GoldNote } from './sets.ts';

/** Whether a suggested code is right; undefined where the set does not judge it. */
export function isRight(code: string, { codes, optional = [] }: GoldNote): boolean | undefined {
  const matches = (wanted: string) => meets(code, wanted);
  if (codes.some((group) => group.split('|').some(matches))) return true;
  return optional.some(matches) ? undefined : false;
}

/** How often suggestions of about one confidence are right. */
export interface ReliabilityBin {
  from: number;
  to: number;
  n: number;
  /** Mean confidence and share of right ones. */
  said: number;
  right: number;
}

export interface Judged {
  confidence: number;
  right: boolean;
}

/** Ten bins of equal width, the empty ones left out. */
export function reliabilityOf(judged: readonly Judged[]): ReliabilityBin[] {
  const bins = Array.from({ length: 10 }, (_, at) => {
    const inside = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === at);
    const mean = (value: (one: Judged) => number) =>
      inside.reduce((sum, one) => sum + value(one), 0) / Math.max(1, inside.length);
    return {
      from: at / 10,
      to: (at + 1) / 10,
      n: inside.length,
      said: mean(({ confidence }) => confidence),
      right: mean(({ right }) => Number(right)),
    };
  });
  return bins.filter(({ n }) => n > 0);
}

/** Expected calibration error: how far confidence and share of right ones lie apart, over all bins. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const all = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce((sum, { n, said, right }) => sum + (n / Math.max(1, all)) * Math.abs(said - right), 0);
}

/** Prints the table of a reliability diagram. */
export function tellBins(bins: readonly ReliabilityBin[]): void {
  for (const { from, to, n, said, right } of bins) {
    const range = `${from.toFixed(1)}–${to.toFixed(1)}`;
    console.log(
      `    ${range}  n ${String(n).padStart(4)}  said ${said.toFixed(2)}  right ${right.toFixed(2)}`,
    );
  }
}
