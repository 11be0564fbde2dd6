import { serviceDates } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/** Without the codes of that date the diagnosis rules keep silent, which must not look like approval. */
export const codeSetNotLoaded: Rule = {
  id: 'code-set-not-loaded',
  severity: 'info',
  source: '45 CFR 162.1000: the code set in force on the date of service',
  check(claim, { codesOn }) {
    if (claim.diagnoses.length === 0) return [];
    const [missing] = serviceDates(claim).filter((date) => !codesOn?.(date));
    if (missing === undefined) return [];
    const message = `The diagnoses were not checked: no ICD-10-CM edition is loaded for ${missing}. Import it.`;
    return [{ at: 'diagnoses', message }];
  },
};
