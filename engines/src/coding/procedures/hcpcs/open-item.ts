import type { OpenAxis } from '../../../model/index.ts';

/** Something that the record leaves open and that is no character of the code: the dose, the container. */
export function openItem(what: string): OpenAxis {
  return { axis: what, position: 0, values: [] };
}
