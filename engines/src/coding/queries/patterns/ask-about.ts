import type { Evidence } from '../../../model/index.ts';
import { type Raised, raise } from '../raised.ts';
import type { FoundValue } from '../values/found-value.ts';

const asks =
  'In your clinical judgment, is there a diagnosis or another clinical significance that goes with these findings?';
const noSignificance = 'No clinical significance';

/** The question about several findings together. */
export function askAbout(
  subject: string,
  importance: number,
  facts: string,
  options: readonly string[],
  evidence: readonly Evidence[],
): Raised {
  return raise(
    'indicator-without-diagnosis',
    subject,
    importance,
    facts,
    asks,
    [...options, noSignificance],
    evidence,
  );
}

/** The highest (1) or the lowest (−1) of some values. */
export function extreme(values: readonly FoundValue[], sign: 1 | -1): FoundValue | undefined {
  return values.reduce<FoundValue | undefined>(
    (best, one) => (!best || sign * one.value > sign * best.value ? one : best),
    undefined,
  );
}
