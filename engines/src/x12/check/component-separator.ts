import type { Segment } from '../tokens/segment.ts';

/** Elements that are never without components, where they are sent: the first of these in a file tells. */
const composites: Readonly<Record<string, number>> = { CLM: 5, HI: 1, SV1: 1, SV3: 1, SVC: 1, STC: 1 };

const qualified = /^[0-9A-Z]{1,3}([^0-9A-Za-z ])[0-9A-Z]/;

/**
 * The character that separates components in fact, which should be the one that ISA16 declares; undefined
 * where the segment does not tell. Delimiters are what the ISA says, so such a file is at fault: but there, and
 * once, not in each of its composites.
 */
export function separatorOf({ id, elements, delimiters }: Segment): string | undefined {
  const index = composites[id];
  const text = index === undefined ? undefined : elements[index];
  if (text === undefined) return undefined;
  if (text.includes(delimiters.component)) return delimiters.component;
  const [, separator] = qualified.exec(text) ?? [];
  return separator === delimiters.repetition ? undefined : separator;
}
