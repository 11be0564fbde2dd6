import type { Segment } from '../tokens/segment.ts';

/** Elements that are never without components, where they are sent: the first of these in a file tells. */
const composites: Readonly<Record<string, number>> = { CLM: 5, HI: 1, SV1: 1, SV3: 1, SVC: 1, STC: 1 };

const qualified = /^[0-9A-Z]{1,3}([^0-9A-Za-z ])[0-9A-Z]/;

/**
 * The component separator that an interchange uses in fact. Delimiters are what the ISA says, so a file that uses
 * another is at fault: but at ISA16, and once, not in each of its composites.
 */
export class ComponentSeparator {
  /** Once a segment has shown it. */
  #inUse: string | undefined;

  /** The segment with the separator in use; `differs` is called once, where that is not the declared one. */
  apply(segment: Segment, differs: () => void): Segment {
    const { id, delimiters } = segment;
    if (id === 'ISA') this.#inUse = undefined;
    else if (this.#inUse === undefined) {
      this.#inUse = separatorOf(segment);
      if (this.#inUse !== undefined && this.#inUse !== delimiters.component) differs();
    }
    const component = this.#inUse;
    if (component === undefined || component === delimiters.component) return segment;
    return { ...segment, delimiters: { ...delimiters, component } };
  }
}

/** Undefined where the segment does not tell. */
function separatorOf({ id, elements, delimiters }: Segment): string | undefined {
  const index = composites[id];
  const text = index === undefined ? undefined : elements[index];
  if (text === undefined) return undefined;
  if (text.includes(delimiters.component)) return delimiters.component;
  const [, separator] = qualified.exec(text) ?? [];
  return separator === delimiters.repetition ? undefined : separator;
}
