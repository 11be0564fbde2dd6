import { component, type Segment } from '../../tokens/segment.ts';
import { value } from '../../walk/loop.ts';

/** What follows from the category of a status: accepted goes on (WQ), rejected comes back (U). */
export function actionOf(category: string): 'U' | 'WQ' | undefined {
  if (/^A[3678]$/.test(category)) return 'U';
  return /^A[0125]$/.test(category) ? 'WQ' : undefined;
}

/** Whether STC03 contradicts the category beside it. */
export function isContradictory(stc: Segment): boolean {
  const [due, action] = [actionOf(component(stc, 1, 1)), value(stc, 3)];
  return due !== undefined && action !== undefined && action !== due;
}
