import type { Rule } from '../rule.ts';

/** A payer cannot judge whether a service was needed without a reason for it. */
export const diagnosisMissing: Rule = {
  id: 'diagnosis-missing',
  severity: 'error',
  source: '005010X222A1 and 005010X223A2, loop 2300, HI (ABK)',
  check({ kind, diagnoses }) {
    // A dental claim says why only where that matters to its payer.
    if (diagnoses.length > 0 || kind === 'dental') return [];
    return [{ at: 'diagnoses', message: 'Add at least one diagnosis.' }];
  },
};
