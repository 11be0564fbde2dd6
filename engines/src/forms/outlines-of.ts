import { outlines as ofCms1500 } from './cms1500/outlines.ts';
import type { FormName } from './grid.ts';
import type { Outline } from './outline.ts';
import { outlines as ofUb04 } from './ub04/outlines.ts';

/** The rectangles of a form's fields. */
export function outlinesOf(form: FormName): readonly Outline[] {
  return form === 'cms1500' ? ofCms1500 : ofUb04;
}
