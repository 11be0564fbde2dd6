import { type Profiler, Session } from 'node:inspector';

/** What of a script has run, a byte a character, and where its blocks begin. */
interface Script {
  reached: Uint8Array;
  edges: Uint8Array;
  functions: Map<string, boolean>;
}

export interface Reach {
  blocks: { reached: number; known: number };
  functions: { reached: number; known: number };
}

/**
 * Block coverage of some scripts, from V8 itself. To know of all their blocks, it has to be started before
 * they are loaded.
 */
export class Coverage {
  readonly #session = new Session();
  readonly #isMeant: (url: string) => boolean;
  readonly #scripts = new Map<string, Script>();

  constructor(isMeant: (url: string) => boolean) {
    this.#isMeant = isMeant;
    this.#session.connect();
    this.#post('Profiler.enable');
    this.#post('Profiler.startPreciseCoverage', { detailed: true, callCount: true });
  }

  /** How many blocks ran for the first time since it was last asked. */
  take(): number {
    let fresh = 0;
    const { result } = this.#post<Profiler.TakePreciseCoverageReturnType>('Profiler.takePreciseCoverage');
    for (const { url, functions } of result) {
      if (this.#isMeant(url)) fresh += this.#add(url, functions);
    }
    return fresh;
  }

  reach(): Reach {
    const blocks = { reached: 0, known: 0 };
    const functions = { reached: 0, known: 0 };
    for (const { reached, edges, functions: ran } of this.#scripts.values()) {
      for (let at = edges.indexOf(begins); at >= 0; at = edges.indexOf(begins, at + 1)) {
        blocks.known++;
        if (reached[at] === 1) blocks.reached++;
      }
      functions.known += ran.size;
      for (const has of ran.values()) if (has) functions.reached++;
    }
    return { blocks, functions };
  }

  /** Functions that never ran, by script. */
  unreached(): string[] {
    return [...this.#scripts].flatMap(([url, { functions }]) =>
      [...functions].filter(([, ran]) => !ran).map(([name]) => `${url} ${name}`),
    );
  }

  stop(): void {
    this.#post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }

  #add(url: string, functions: readonly Profiler.FunctionCoverage[]): number {
    const script = this.#script(url, functions);
    for (const { functionName, ranges } of functions) {
      const [whole] = ranges;
      if (!whole) continue;
      const name = `${functionName || 'anonymous'} at ${whole.startOffset}`;
      script.functions.set(name, whole.count > 0 || script.functions.get(name) === true);
    }
    const ranges = functions
      .flatMap((one) => one.ranges)
      .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
    let fresh = 0;
    for (const { from, to, count } of pieces(ranges)) {
      script.edges[from] = begins;
      if (count > 0 && script.reached.subarray(from, to).includes(0)) {
        script.reached.fill(1, from, to);
        fresh++;
      }
    }
    return fresh;
  }

  #script(url: string, functions: readonly Profiler.FunctionCoverage[]): Script {
    const length = Math.max(...functions.map(({ ranges: [whole] }) => whole?.endOffset ?? 0));
    const known = this.#scripts.get(url);
    if (known && known.reached.length >= length) return known;
    const script: Script = {
      reached: new Uint8Array(length),
      edges: new Uint8Array(length),
      functions: known?.functions ?? new Map(),
    };
    if (known) {
      script.reached.set(known.reached);
      script.edges.set(known.edges);
    }
    this.#scripts.set(url, script);
    return script;
  }

  /** Within one thread the answer is there before `post` returns. */
  #post<T>(method: string, params: object = {}): T {
    let answer: { result: T } | { error: Error } | undefined;
    this.#session.post(method, params, (error, result) => {
      answer = error ? { error } : { result: result as T };
    });
    if (answer === undefined) throw new Error(`${method}: no answer`);
    if ('error' in answer) throw answer.error;
    return answer.result;
  }
}

const begins = 1;

/** Ranges that lie within one another (in order of their beginnings), as pieces side by side: the innermost counts. */
function pieces(ranges: readonly Profiler.CoverageRange[]): { from: number; to: number; count: number }[] {
  const found: { from: number; to: number; count: number }[] = [];
  const open: Profiler.CoverageRange[] = [];
  let at = 0;
  const goTo = (to: number) => {
    const inner = open.at(-1);
    if (inner && to > at) found.push({ from: at, to, count: inner.count });
    at = Math.max(at, to);
  };
  const closeBefore = (offset: number) => {
    for (let inner = open.at(-1); inner && inner.endOffset <= offset; inner = open.at(-1)) {
      goTo(inner.endOffset);
      open.pop();
    }
  };
  for (const range of ranges) {
    closeBefore(range.startOffset);
    goTo(range.startOffset);
    open.push(range);
  }
  closeBefore(Number.POSITIVE_INFINITY);
  return found;
}
