import { isNpi, type ProvidersByRole } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const providerNpi: Rule = {
  id: 'provider-npi',
  severity: 'error',
  source: '45 CFR 162.406 and 162.410',
  check(claim) {
    const all = [
      { at: 'billingProvider.npi', npi: claim.billingProvider.npi },
      ...npisOf(claim, ''),
      ...claim.lines.flatMap((line, index) => npisOf(line, `lines[${index}].`)),
    ];
    return all
      .filter(({ npi }) => npi !== undefined && !isNpi(npi))
      .map(({ at }) => ({
        at,
        message: 'This NPI fails its check digit. Enter the ten digits again.',
      }));
  },
};

const roles = [
  'renderingProvider',
  'referringProvider',
  'serviceFacility',
  'primaryCareProvider',
  'supervisingProvider',
  'orderingProvider',
  'purchasedServiceProvider',
  'attendingProvider',
  'operatingProvider',
  'otherOperatingProvider',
  'assistantSurgeon',
] as const;

function npisOf(providers: ProvidersByRole, path: string): { at: string; npi: string | undefined }[] {
  return roles.map((role) => ({ at: `${path}${role}.npi`, npi: providers[role]?.npi }));
}
