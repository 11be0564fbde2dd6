import { first, type Loop, value } from '../loop.ts';
import type { Found } from './rule.ts';

/** Loops whose first segment numbers them in element 01 from 1; leading zeros do no harm. */
export function outOfSequence(loops: readonly Loop[], id: string): Found[] {
  return loops.flatMap((loop, index): Found[] => {
    const segment = first(loop, id);
    const number = value(segment, 1);
    if (!segment || number === undefined || !/^\d{1,9}$/.test(number) || Number(number) === index + 1) return [];
    const message = `${id}01 counts from 1: ${index + 1} is due.`;
    return [{ segment, loop: loop.id, element: `${id}01`, message }];
  });
}
