import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/**
 * Five digits, four digits and a letter, or a letter and four digits. Whether the code exists is another
 * question. A hospital's line may do with its revenue code, and what is no CPT, HCPCS or CDT code has other forms.
 */
export const procedureForm: Rule = {
  id: 'procedure-form',
  severity: 'error',
  source: '45 CFR 162.1002: CPT and HCPCS level II',
  check(claim) {
    return placedLines(claim)
      .filter(({ line }) => line.procedureQualifier === undefined)
      .filter(({ line }) => line.procedure !== undefined || claim.kind !== 'institutional')
      .filter(({ line: { procedure = '' } }) => !/^(?:\d{4}[0-9A-Z]|[A-Z]\d{4})$/.test(procedure))
      .map(({ at }) => ({
        at: `${at}.procedure`,
        message: 'Enter a procedure code of five characters (CPT or HCPCS).',
      }));
  },
};
