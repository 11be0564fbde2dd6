import type { Asking } from '../asking.ts';
import type { Raised } from '../raised.ts';
import { oxygenNeed } from './breathing.ts';
import { highPressure, lowPressure } from './circulation.ts';
import { creatinineRise, urineOutput } from './kidney.ts';
import { hemoglobinDrop, weightLoss } from './losses.ts';
import { sepsis } from './sepsis.ts';

const patterns: readonly ((asking: Asking) => Raised | undefined)[] = [
  creatinineRise,
  hemoglobinDrop,
  highPressure,
  lowPressure,
  sepsis,
  oxygenNeed,
  weightLoss,
  urineOutput,
];

/** What several values, or words that stand for values, say together of an adult. */
export function patternsOfValues(asking: Asking): Raised[] {
  return asking.person.isChild ? [] : patterns.flatMap((pattern) => pattern(asking) ?? []);
}
