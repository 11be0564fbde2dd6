import type { Rule } from '../rule.ts';

/** The payer's answers are found again by this number; payers need to keep only 20 characters of it. */
export const controlNumber: Rule = {
  id: 'control-number',
  severity: 'error',
  source: '005010X222A1, loop 2300, CLM01',
  check({ controlNumber }) {
    // Printable, no blank at either end, and none of the characters that usually separate X12.
    const isUsable = /^(?! )[\x20-\x7e]{1,20}(?<! )$/.test(controlNumber) && !/[*~:^]/.test(controlNumber);
    if (isUsable) return [];
    const message = 'Give the claim a control number of 1 to 20 letters, digits or hyphens.';
    return [{ at: 'controlNumber', message }];
  },
};
