import type { Rule } from '../rule.ts';

export const placeOfServiceUnknown: Rule = {
  id: 'place-of-service-unknown',
  severity: 'error',
  source: 'CMS place of service code set; 005010X222A1, CLM05-1 and SV105',
  check({ kind, placeOfService = kind === 'institutional' ? undefined : '', lines }, { isPlaceOfService }) {
    const isKnown = (code: string) => /^\d{2}$/.test(code) && (isPlaceOfService?.(code) ?? true);
    const message = 'Enter a place of service of two digits from the CMS list, such as 11 for the office.';
    const places = [
      { at: 'placeOfService', code: placeOfService },
      ...lines.map((line, index) => ({ at: `lines[${index}].placeOfService`, code: line.placeOfService })),
    ];
    return places
      .filter(({ code }) => code !== undefined && !isKnown(code))
      .map(({ at }) => ({ at, message }));
  },
};
