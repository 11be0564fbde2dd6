import type { ClaimLine } from '../../model/index.ts';
import { isBlank, placedLines } from '../claim-parts.ts';
import type { KnownAuthorization } from '../facts.ts';
import type { Rule } from '../rule.ts';

/** A number that is not on file, ran out or covers something else is denied like no number at all. */
export const authorizationNotValid: Rule = {
  id: 'authorization-not-valid',
  severity: 'error',
  source: "The payer's authorization; 005010X222A1, REF (G1) of loops 2300 and 2400",
  check(claim, { authorizationRequired, authorizations }) {
    if (!authorizationRequired || !authorizations) return [];
    return placedLines(claim).flatMap(({ line, at }) => {
      const number = line.authorizationNumber ?? claim.authorizationNumber;
      if (!authorizationRequired.has(line.procedure) || isBlank(number)) return [];
      const fault = faultOf(
        line,
        authorizations.filter((authorization) => authorization.number === number),
      );
      return fault === undefined ? [] : [{ at: `${at}.authorizationNumber`, message: fault }];
    });
  },
};

function faultOf(line: ClaimLine, known: KnownAuthorization[]): string | undefined {
  if (known.length === 0)
    return 'This authorization is not on file. Record it from the call or the 278 answer.';
  const covering = known.filter(({ procedures }) => procedures?.includes(line.procedure) ?? true);
  if (covering.length === 0)
    return `The authorization does not cover ${line.procedure}. Ask the payer to add it.`;
  const lastDay = line.serviceDateTo ?? line.serviceDate;
  if (covering.some(({ from, to }) => from <= line.serviceDate && lastDay <= to)) return undefined;
  return 'The authorization was not in force on the date of service. Ask the payer to extend it.';
}
