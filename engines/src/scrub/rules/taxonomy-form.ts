import type { Rule } from '../rule.ts';

export const taxonomyForm: Rule = {
  id: 'taxonomy-form',
  severity: 'error',
  source: 'NUCC health care provider taxonomy; 005010X222A1, PRV03',
  check({ billingProvider, renderingProvider }) {
    return Object.entries({ billingProvider, renderingProvider }).flatMap(([role, provider]) => {
      const taxonomy = provider?.taxonomy;
      if (taxonomy === undefined || /^[0-9A-Z]{9}X$/.test(taxonomy)) return [];
      return [{ at: `${role}.taxonomy`, message: 'A taxonomy code has ten characters and ends in X.' }];
    });
  },
};
