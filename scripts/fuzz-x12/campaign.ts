import { Dice } from '../dice.ts';
import { planted } from './canary.ts';
import type { Coverage } from './coverage.ts';
import { kinOf } from './element-mutations.ts';
import { examine } from './examine.ts';
import { toBytes, toText } from './file-text.ts';
import { HeapWatch } from './heap.ts';
import { mutated } from './mutate.ts';
import type { Failure, Trial } from './trial.ts';

export interface CampaignOptions {
  seed: number;
  /** Inputs made; the seeds themselves come before and are not counted. */
  count: number;
  /** Ends sooner, after so long. */
  seconds?: number;
  seeds: readonly Uint8Array[];
  /** Keeps inputs that reach new blocks and goes on from them. Without it, the seeds are all there is to start from. */
  coverage?: Pick<Coverage, 'take'>;
  /** How often the heap is measured, which takes a moment each time; 40 when absent. */
  heapSamples?: number;
  /** Called before each input, so that somebody knows it should it never end. */
  begun?: (bytes: Uint8Array, number: number) => void;
  /** The first input of each kind that fails. */
  failed?: (failure: Failure, bytes: Uint8Array, number: number) => void;
}

export interface Summary {
  inputs: number;
  bytes: number;
  valid: number;
  /** Seeds and what was kept beside them. */
  corpus: number;
  kept: number;
  failures: Map<string, number>;
  slowest: { step: string; milliseconds: number; size: number };
  heap: { growth: number; samples: readonly number[] };
}

/** The most inputs that are kept: a bound to memory that no run has come near. */
const mostKept = 6000;
/** Longer ones are put through the library once; what they are made of the others have too. */
const longestParent = 12_000;

/** Makes inputs from seeds and from one another, and puts each through the library. */
export function runCampaign(options: CampaignOptions): Summary {
  const {
    seed,
    count,
    seeds,
    coverage,
    seconds = Number.POSITIVE_INFINITY,
    heapSamples = 40,
    begun,
    failed,
  } = options;
  const dice = new Dice(seed);
  const corpus = seeds.filter(({ length }) => length <= longestParent);
  const roots = corpus.length;
  const kin = kinOf(seeds.map(toText));
  const heap = new HeapWatch();
  const summary: Summary = {
    inputs: 0,
    bytes: 0,
    valid: 0,
    corpus: 0,
    kept: 0,
    failures: new Map(),
    slowest: { step: '', milliseconds: 0, size: 0 },
    heap: { growth: 0, samples: heap.samples },
  };
  const means = (other: Uint8Array) => ({ dice, other: toText(other), kin });
  const end = performance.now() + seconds * 1000;
  const attempt = (bytes: Uint8Array, number: number): void => {
    begun?.(bytes, number);
    note(summary, examine(bytes), (failure) => failed?.(failure, bytes, number));
  };
  for (const bytes of seeds) attempt(bytes, 0);
  coverage?.take();
  summary.inputs = summary.bytes = summary.valid = 0;
  for (let number = 1; number <= count && performance.now() < end; number++) {
    const text = mutated(toText(chosen(corpus, roots, dice)), means(chosen(corpus, roots, dice)));
    const bytes = toBytes(dice.oneIn(5) ? planted(text) : text);
    attempt(bytes, number);
    if (coverage && coverage.take() > 0 && corpus.length < mostKept && bytes.length <= longestParent) {
      // Without canaries, which must not get to where they may stand.
      corpus.push(toBytes(text));
      summary.kept++;
    }
    if (number % Math.ceil(count / heapSamples) === 0) heap.sample();
  }
  return { ...summary, corpus: corpus.length, heap: { growth: heap.growth(), samples: heap.samples } };
}

/**
 * Half of the time one of those that were kept, the newer the likelier: where new ground was reached there may be
 * more. Of two, mostly the shorter, since it is done sooner.
 */
function chosen(corpus: readonly Uint8Array[], seeds: number, dice: Dice): Uint8Array {
  const kept = corpus.length - seeds;
  const from = kept === 0 || dice.oneIn(2) ? corpus : corpus.slice(-Math.ceil(kept / dice.pick([1, 1, 4])));
  const [one, other] = [dice.pick(from), dice.pick(from)];
  return one.length < other.length || dice.oneIn(4) ? one : other;
}

function note(summary: Summary, trial: Trial, isNew: (failure: Failure) => void): void {
  summary.inputs++;
  summary.bytes += trial.bytes.length;
  if (trial.isValid) summary.valid++;
  if (trial.slowest.milliseconds > summary.slowest.milliseconds) {
    summary.slowest = { ...trial.slowest, size: trial.bytes.length };
  }
  for (const failure of trial.failures) {
    const key = `${failure.law} — ${failure.about}`;
    const times = summary.failures.get(key) ?? 0;
    summary.failures.set(key, times + 1);
    if (times === 0) isNew(failure);
  }
}
