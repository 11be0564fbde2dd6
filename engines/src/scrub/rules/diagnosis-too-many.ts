import type { Rule } from '../rule.ts';

/** The professional claim has room for twelve. */
export const diagnosisTooMany: Rule = {
  id: 'diagnosis-too-many',
  severity: 'error',
  source: '005010X222A1, loop 2300, HI01 to HI12',
  check({ diagnoses }) {
    if (diagnoses.length <= 12) return [];
    const message = `Keep the twelve diagnoses that matter most; there are ${diagnoses.length}.`;
    return [{ at: 'diagnoses[12]', message }];
  },
};
