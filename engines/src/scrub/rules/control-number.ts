import type { Rule } from '../rule.ts';

/** The payer's answers are found again by this number; payers need to keep only 20 characters of it. */
export const controlNumber: Rule = {
  id: 'control-number',
  severity: 'error',
  source: '005010X222A1, loop 2300, CLM01',
  check({ controlNumber }) {
    if (/^[0-9A-Z](?:[0-9A-Z .-]{0,18}[0-9A-Z])?$/i.test(controlNumber)) return [];
    const message = 'Give the claim a control number of 1 to 20 letters, digits, hyphens or periods.';
    return [{ at: 'controlNumber', message }];
  },
};
