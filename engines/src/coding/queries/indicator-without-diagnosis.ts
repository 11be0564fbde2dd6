import { type Asking, evidenceOfValue } from './asking.ts';
import { indicators } from './indicators/index.ts';
import type { Indicator } from './indicators/indicator.ts';
import { isBeyond, isCritical, told } from './out-of-range.ts';
import { type Raised, raise } from './raised.ts';
import type { FoundValue } from './values/found-value.ts';

const asks =
  'In your clinical judgment, is there a diagnosis or another clinical significance that goes with this finding?';
const noSignificance = 'No clinical significance';
const dangerous = 2;

/**
 * Values clearly out of range, where the record names nothing that explains them. Abnormal findings are not coded from
 * the value; the provider is asked where it was evaluated or treated (guideline III.B).
 */
export function indicatorsWithoutDiagnosis(asking: Asking): Raised[] {
  const raised: Raised[] = [];
  for (const indicator of indicators) {
    if (indicator.only === 'inpatient' && !asking.isInpatient) continue;
    const found = worst(
      asking.current(indicator.id).filter((one) => isBeyond(one, indicator, asking.person)),
      indicator,
    );
    if (!found || asking.speaksOf(indicator.explainedBy)) continue;
    const importance = indicator.importance + (isCritical(found, indicator) ? dangerous : 0);
    raised.push(
      raise(
        'indicator-without-diagnosis',
        indicator.subject,
        Math.min(5, importance),
        `The record shows ${told(found, indicator.reference)}.`,
        asks,
        [...indicator.options, noSignificance],
        [evidenceOfValue(found)],
      ),
    );
  }
  return raised;
}

function worst(found: readonly FoundValue[], { below }: Indicator): FoundValue | undefined {
  return found.reduce<FoundValue | undefined>((worse, one) => {
    if (!worse) return one;
    const isWorse = below !== undefined ? one.value < worse.value : one.value > worse.value;
    return isWorse ? one : worse;
  }, undefined);
}
