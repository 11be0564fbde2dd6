import { blood } from './blood.ts';
import { electrolytes } from './electrolytes.ts';
import { examination } from './examination.ts';
import type { Indicator } from './indicator.ts';
import { metabolism } from './metabolism.ts';
import { organs } from './organs.ts';

/**
 * Limits lie clearly outside of adult reference ranges, so that a borderline value raises no question. The record's
 * own range, where it prints one, decides that a value is usual.
 */
export const indicators: readonly Indicator[] = [
  ...electrolytes,
  ...metabolism,
  ...blood,
  ...organs,
  ...examination,
];
