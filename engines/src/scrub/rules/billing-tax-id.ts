import type { Rule } from '../rule.ts';

export const billingTaxId: Rule = {
  id: 'billing-tax-id',
  severity: 'error',
  source: '005010X222A1, loop 2010AA, REF (EI or SY)',
  check({ billingProvider }) {
    if (/^(?!0{9})\d{9}$/.test(billingProvider.taxId)) return [];
    return [
      {
        at: 'billingProvider.taxId',
        message: 'Enter the tax number of the practice: nine digits, no hyphen.',
      },
    ];
  },
};
