import { first, type Loop, value } from '../walk/loop.ts';
import type { Found } from './rule.ts';

/**
 * Loops whose first segment numbers them in element 01 from 1, or on from `start`; leading zeros do no harm.
 * A number that goes on from a wrong one is not told again.
 */
export function outOfSequence(loops: readonly Loop[], id: string, start = 1): Found[] {
  const found: Found[] = [];
  let before = start - 1;
  for (const [index, loop] of loops.entries()) {
    const segment = first(loop, id);
    const text = value(segment, 1);
    // A number with nothing behind it is not counted: what it lacks is a finding already.
    const isEmpty = loop.segments.length === 1 && loop.loops.length === 0;
    if (!segment || isEmpty || text === undefined || !/^\d{1,9}$/.test(text)) continue;
    const number = Number(text);
    if (number !== index + start && number !== before + 1) {
      const message = `${id}01 counts from ${start}: ${index + start} is due.`;
      found.push({ segment, loop: loop.id, element: `${id}01`, message });
    }
    before = number;
  }
  return found;
}
