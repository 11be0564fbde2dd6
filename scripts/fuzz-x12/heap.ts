import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects all garbage, also where Node was not started with --expose-gc. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (globalThis.gc ?? runInNewContext('gc'))();
}

/** Sees whether what is kept in memory grows with the work that is done. */
export class HeapWatch {
  readonly samples: number[] = [];

  /** MiB in use when the garbage is out. */
  sample(): void {
    collect();
    const { heapUsed } = process.memoryUsage();
    this.samples.push(heapUsed / 2 ** 20);
  }

  /** MiB from the second quarter to the last; what the first did is warming up. */
  growth(): number {
    const quarter = Math.floor(this.samples.length / 4);
    if (quarter === 0) return 0;
    return middle(this.samples.slice(-quarter)) - middle(this.samples.slice(quarter, 2 * quarter));
  }
}

function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
