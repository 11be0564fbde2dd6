import type { Rule } from '../rule.ts';

/** V00 to Y99 say how an injury happened, never what is wrong, so they cannot come first. */
export const externalCauseFirst: Rule = {
  id: 'external-cause-first',
  severity: 'error',
  source: 'ICD-10-CM Official Guidelines, I.C.20.a.6',
  check({ diagnoses: [first] }) {
    if (first === undefined || !/^[V-Y]/.test(first)) return [];
    return [{ at: 'diagnoses[0]', message: `List the injury first, not ${first}.` }];
  },
};
