/**
 * Claims on paper: which text stands where on a CMS-1500 or UB-04. Positions only, for pre-printed forms; no
 * form's own lines, titles or instructions are here.
 */

export { cms1500 } from './cms1500/cms1500.ts';
export { cell, type FormName, grids, type PlacedText, paper, toPoints } from './grid.ts';
export type { Outline } from './outline.ts';
export { outlinesOf } from './outlines-of.ts';
export { type FormOptions, type FormRefusal, formFor, type PaperForm } from './paper-form.ts';
export { ub04 } from './ub04/ub04.ts';
