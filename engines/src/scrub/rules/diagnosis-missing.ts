import type { Rule } from '../rule.ts';

/** A payer cannot judge whether a service was needed without a reason for it. */
export const diagnosisMissing: Rule = {
  id: 'diagnosis-missing',
  severity: 'error',
  source: '005010X222A1, loop 2300, HI (ABK)',
  check({ diagnoses }) {
    if (diagnoses.length > 0) return [];
    return [{ at: 'diagnoses', message: 'Add at least one diagnosis.' }];
  },
};
