import type { Area, Layout } from './entry.ts';

/**
 * A plain rectangle around a field, for checking on blank paper: its number and its edges, in columns from the
 * left and rows from the top of the grid. It is our own drawing, near the printed form and no copy of it.
 */
export interface Outline {
  label: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Rectangles side by side on the same rows: each with its label and its right edge, from `left` on. */
export function beside(
  top: number,
  bottom: number,
  left: number,
  labelled: readonly (readonly [label: string, right: number])[],
): Outline[] {
  return labelled.map(([label, right], index) => ({
    label,
    left: labelled[index - 1]?.[1] ?? left,
    top,
    right,
    bottom,
  }));
}

/** A rectangle around each of some areas: crosses and cents have one on the form, too. */
export function framed(layout: Layout, wanted: (field: string, area: Area) => boolean): Outline[] {
  return Object.entries(layout)
    .filter(([field, area]) => wanted(field, area))
    .map(([, { row, column, width }]) => ({
      label: '',
      left: column - 1,
      top: row - 1,
      right: column - 1 + width,
      bottom: row,
    }));
}
