import { type Claim, type ClaimLine, serviceEnd, serviceStart } from '../../model/index.ts';
import { isBlank, placedProcedures } from '../claim-parts.ts';
import type { KnownAuthorization } from '../facts.ts';
import type { Rule } from '../rule.ts';

/** A number that is not on file, ran out or covers something else is denied like no number at all. */
export const authorizationNotValid: Rule = {
  id: 'authorization-not-valid',
  severity: 'error',
  source: "The payer's authorization; 005010X222A1, REF (G1) of loops 2300 and 2400",
  check(claim, { authorizationRequired, authorizations }) {
    if (!authorizationRequired || !authorizations) return [];
    return placedProcedures(claim).flatMap(({ line, procedure, at }) => {
      const number = line.authorizationNumber ?? claim.authorizationNumber;
      if (!authorizationRequired.has(procedure) || isBlank(number)) return [];
      const known = authorizations.filter((authorization) => authorization.number === number);
      const fault = faultOf(claim, line, procedure, known);
      return fault === undefined ? [] : [{ at: `${at}.authorizationNumber`, message: fault }];
    });
  },
};

function faultOf(
  claim: Claim,
  line: ClaimLine,
  procedure: string,
  known: KnownAuthorization[],
): string | undefined {
  if (known.length === 0)
    return 'This authorization is not on file. Record it from the call or the 278 answer.';
  const covering = known.filter(({ procedures }) => procedures?.includes(procedure) ?? true);
  if (covering.length === 0) return `The authorization does not cover ${procedure}. Ask the payer to add it.`;
  const [first, last] = [serviceStart(claim, line), serviceEnd(claim, line)];
  if (first === undefined || last === undefined) return undefined;
  if (covering.some(({ from, to }) => from <= first && last <= to)) return undefined;
  return 'The authorization was not in force on the date of service. Ask the payer to extend it.';
}
