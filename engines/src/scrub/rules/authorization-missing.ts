import { isBlank, placedProcedures } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const authorizationMissing: Rule = {
  id: 'authorization-missing',
  severity: 'error',
  source: "The payer's authorization list; 005010X222A1, REF (G1) of loops 2300 and 2400",
  check(claim, { authorizationRequired }) {
    return placedProcedures(claim)
      .filter(({ procedure }) => authorizationRequired?.has(procedure))
      .filter(({ line }) => isBlank(line.authorizationNumber ?? claim.authorizationNumber))
      .map(({ procedure, at }) => ({
        at: `${at}.authorizationNumber`,
        message: `This payer wants an authorization for ${procedure}. Get one and attach its number.`,
      }));
  },
};
