import type { Indicator } from './indicators/indicator.ts';
import type { Person } from './person.ts';
import type { FoundValue } from './values/found-value.ts';

/** Beyond the record's own range by this share of its width, a value is clearly outside of it. */
const clearlyBeyond = 0.25;
/** Of a child by twice as much: laboratories print ranges of adults for them too. */
const clearlyBeyondOfChild = 0.5;

/**
 * Whether a value lies clearly beyond a limit. The record's own mark and range go before the usual limits: what they
 * call normal is normal. For a child they have to speak for it too, as limits change with age; in pregnancy only limits that hold
 * there.
 */
export function isBeyond(found: FoundValue, indicator: Indicator, { isChild, isPregnant }: Person): boolean {
  const { value, flag, low, high, bound } = found;
  const isLow = indicator.below !== undefined;
  // `<60` says that it is lower than that, and not how low it may not be.
  if (bound && (bound === '<') !== isLow) return false;
  if (flag === 'normal' || (flag && (flag === 'low') !== isLow)) return false;
  if (isLow && low !== undefined && value >= low) return false;
  if (!isLow && high !== undefined && value <= high) return false;
  if (isChild && !beyondOwn(found, isLow, clearlyBeyondOfChild)) return false;
  const limit = isPregnant ? indicator.inPregnancy : (indicator.below ?? indicator.above);
  if (limit === undefined) return false;
  if (isLow ? value < limit : value > limit) return true;
  return indicator.byOwnRange === true && !isPregnant && beyondOwn(found, isLow, clearlyBeyond);
}

function beyondOwn({ value, low, high, critical }: FoundValue, isLow: boolean, share: number): boolean {
  if (critical) return true;
  if (low === undefined || high === undefined) return false;
  const margin = (high - low) * share;
  return isLow ? value < low - margin : value > high + margin;
}

export function isCritical({ value, critical }: FoundValue, indicator: Indicator): boolean {
  if (critical) return true;
  if (indicator.critical === undefined) return false;
  return indicator.below !== undefined ? value < indicator.critical : value > indicator.critical;
}

/** `sodium 124 mmol/L (reference in the record 136–145)`. */
export function told({ name, shown, low, high }: FoundValue, usual?: string): string {
  const own =
    low !== undefined && high !== undefined
      ? `${low}–${high}`
      : low !== undefined
        ? `above ${low}`
        : high !== undefined
          ? `up to ${high}`
          : undefined;
  if (own) return `${name} ${shown} (reference in the record ${own})`;
  return usual ? `${name} ${shown} (usual reference ${usual})` : `${name} ${shown}`;
}
