/** CMS-1500 (02/12) and UB-04 (CMS-1450). */
export type FormName = 'cms1500' | 'ub04';

/** A place on a form's grid: ten characters an inch across, six rows an inch down, both counted from 1. */
export interface Place {
  column: number;
  row: number;
}

/** A text where it is to be printed: one character a column, on one row. */
export interface PlacedText extends Place {
  /** From 1. */
  page: number;
  /** The box or form locator with the part of it that is meant: `1a`, `3.birth`, `24F.2`, `42.17`. */
  field: string;
  text: string;
}

/** Where a form's grid lies on the paper. */
export interface Grid {
  columns: number;
  rows: number;
  /** Points from the edges of the paper to the first column and the first row. */
  left: number;
  top: number;
}

/** Letter paper, 8.5 by 11 inches, in points. */
export const paper = { width: 612, height: 792 } as const;

/** One character's room, in points. */
export const cell = { width: 7.2, height: 12 } as const;

/**
 * The grid of the CMS-1500 is the paper itself, as NUCC draws it: 85 columns, 66 lines. The UB-04 has 82
 * columns in the middle of the paper, and 63 lines that begin with the second sixth of an inch.
 */
export const grids: Record<FormName, Grid> = {
  cms1500: { columns: 85, rows: 66, left: 0, top: 0 },
  ub04: { columns: 82, rows: 63, left: 10.8, top: 12 },
};

/** The upper left corner of a place, in points from the upper left corner of the paper. */
export function toPoints(form: FormName, { column, row }: Place): { x: number; y: number } {
  const { left, top } = grids[form];
  return { x: left + (column - 1) * cell.width, y: top + (row - 1) * cell.height };
}
