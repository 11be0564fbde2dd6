/** A law that an input broke. Failures of one law about one thing count as the same. */
export interface Failure {
  law: string;
  about: string;
  detail: string;
}

/** What 64 KB may take in one step; longer files may take longer in proportion. */
const secondsPer64KiB = 1;

/** One input and what became of it. */
export class Trial {
  readonly bytes: Uint8Array;
  readonly failures: Failure[] = [];
  isValid = false;
  slowest = { step: '', milliseconds: 0 };

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  fail(law: string, about: string, detail = ''): void {
    if (!this.failures.some((one) => one.law === law && one.about === about)) {
      this.failures.push({ law, about, detail });
    }
  }

  /**
   * Does something that has to end, soon and without throwing anything but what it declares. Undefined when it
   * threw. It must be possible to do it again: slow once may be the machine, slow three times is the code.
   */
  run<T>(step: string, work: () => T, isDeclared: (error: unknown) => boolean = () => false): T | undefined {
    const started = performance.now();
    try {
      const result = work();
      this.#time(step, performance.now() - started, work);
      return result;
    } catch (error) {
      if (!isDeclared(error)) this.fail('nothing throws', `${step}: ${firstFrame(error)}`, told(error));
      return undefined;
    }
  }

  #time(step: string, taken: number, work: () => unknown): void {
    const limit = secondsPer64KiB * 1000 * Math.max(1, this.bytes.length / 65_536);
    let milliseconds = taken;
    for (let again = 0; milliseconds > limit && again < 3; again++) {
      milliseconds = Math.min(milliseconds, processorTime(work));
    }
    if (milliseconds > this.slowest.milliseconds) this.slowest = { step, milliseconds };
    if (milliseconds > limit) this.fail('nothing takes long', step, `${milliseconds.toFixed(0)} ms`);
  }
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Where an error was thrown: what tells one bug from another. */
function firstFrame(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const [, frame = ''] = /\n\s+at .*?([^/\\]+:\d+):\d+\)?\n/.exec(`${error.stack}\n`) ?? [];
  return `${error.name} ${frame}`;
}

/** In milliseconds, without what other programs took meanwhile. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
