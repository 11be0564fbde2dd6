import { placedProcedures } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/** A price that stands in no schedule was typed by hand: worth a look, not a reason to stop. */
export const procedureNotInFeeSchedule: Rule = {
  id: 'procedure-not-in-fee-schedule',
  severity: 'warning',
  source: 'The fee schedule of the practice',
  check(claim, { knownProcedures }) {
    if (!knownProcedures) return [];
    return placedProcedures(claim)
      .filter(({ procedure }) => !knownProcedures.has(procedure))
      .map(({ procedure, at }) => ({
        at: `${at}.procedure`,
        message: `${procedure} is not in the fee schedule. Check the code and its price.`,
      }));
  },
};
