import { isNpi } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const providerNpi: Rule = {
  id: 'provider-npi',
  severity: 'error',
  source: '45 CFR 162.406 and 162.410',
  check({ billingProvider, renderingProvider, referringProvider, serviceFacility }) {
    const roles = { billingProvider, renderingProvider, referringProvider, serviceFacility };
    return Object.entries(roles).flatMap(([role, provider]) => {
      const npi = provider?.npi;
      if (npi === undefined || isNpi(npi)) return [];
      return [{ at: `${role}.npi`, message: 'This NPI fails its check digit. Enter the ten digits again.' }];
    });
  },
};
