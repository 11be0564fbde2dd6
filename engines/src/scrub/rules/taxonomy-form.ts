import type { Rule } from '../rule.ts';

export const taxonomyForm: Rule = {
  id: 'taxonomy-form',
  severity: 'error',
  source: 'NUCC health care provider taxonomy; 005010X222A1, PRV03',
  check({ billingProvider, renderingProvider }) {
    return Object.entries({ billingProvider, renderingProvider }).flatMap(([role, provider]) => {
      const taxonomy = provider?.taxonomy;
      if (taxonomy === undefined || /^[0-9A-Z]{9}X$/.test(taxonomy)) return [];
      const at = `${role}.taxonomy`;
      // Codes with another last character were retired, and some payers still take them.
      if (/^[0-9A-Z]{10}$/.test(taxonomy)) {
        return [
          { at, severity: 'warning', message: 'Taxonomy codes in use end in X. Look this one up again.' },
        ];
      }
      return [{ at, message: 'Enter a taxonomy code of ten characters, such as 207Q00000X.' }];
    });
  },
};
