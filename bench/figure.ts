/** One measured thing. Times are milliseconds. */
export interface Figure {
  what: string;
  /** How many times it was done. */
  n: number;
  p50: number;
  p95: number;
  p99?: number;
  max: number;
}

/** How much is done in a second of processor time, and the memory it takes. */
export interface Rate {
  what: string;
  /** Size of the file, in millions of bytes. */
  megabytes: number;
  megabytesPerCpuSecond: number;
  /** The most the process held, Node and code included. */
  peakMiB: number;
}

/** How often the right code is the first answer, among the first five and among the first ten: shares of one. */
interface Share {
  what: string;
  first: number;
  inFive: number;
  inTen: number;
}

/** A group of figures that were measured together, and on what. */
export interface Measured {
  on: string;
  figures: Figure[];
  rates?: Rate[];
  shares?: Share[];
}

export function figureOf(what: string, times: readonly number[]): Figure {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { what, n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** Does each thing, one after the other, and times each. Of several rounds the best time of each counts. */
export async function timeEach(things: readonly (() => unknown)[], rounds = 1): Promise<number[]> {
  const times: number[] = Array(things.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, thing] of things.entries()) {
      const started = performance.now();
      await thing();
      times[index] = Math.min(times[index] ?? 0, performance.now() - started);
    }
  }
  return times;
}
