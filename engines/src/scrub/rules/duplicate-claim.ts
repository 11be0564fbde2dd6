import type { Claim } from '../../model/index.ts';
import { placedLines } from '../claim-parts.ts';
import type { EarlierClaim } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { isSameService, repeatModifiers, serviceName } from '../same-service.ts';

/** A payer denies what it has seen before; a correction is a replacement (frequency 7), not a second original. */
export const duplicateClaim: Rule = {
  id: 'duplicate-claim',
  severity: 'error',
  source: 'Medicare Claims Processing Manual, chapter 1, section 120',
  check(claim, { earlierClaims }) {
    if (claim.frequency !== '1') return [];
    const earlier = (earlierClaims ?? []).filter(
      (other) => other.frequency !== '8' && isSamePatient(claim, other),
    );
    return placedLines(claim)
      .filter(({ line }) => !line.modifiers.some((modifier) => repeatModifiers.has(modifier)))
      .flatMap(({ line, at }) => {
        const twin = earlier.find((other) => other.lines.some((l) => isSameService(l, line)));
        if (!twin) return [];
        const message = `Claim ${twin.controlNumber} already has ${serviceName(line)} on this day. Replace that claim instead.`;
        return [{ at, message }];
      });
  },
};

function isSamePatient(claim: Claim, other: EarlierClaim): boolean {
  return (
    claim.billingProvider.npi === other.billingProvider.npi &&
    claim.subscriber.memberId === other.subscriber.memberId &&
    claim.patient?.firstName === other.patient?.firstName &&
    claim.patient?.birthDate === other.patient?.birthDate
  );
}
