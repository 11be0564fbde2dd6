import type { Authorization, Encounter, Practice } from '@superbill/contract';

export interface AuthorizationNeed {
  procedure: string;
  wording: string;
  payerId: string;
  payerName: string;
  /** The one on file that is valid on the date of service. */
  onFile: Authorization | undefined;
}

/** Which charged procedures the payer that is billed first wants an authorization for, and what is on file. */
export function authorizationNeeds(
  visit: Pick<Encounter, 'charges' | 'coverages' | 'authorizations' | 'serviceDate'>,
  payers: Practice['payers'],
): AuthorizationNeed[] {
  const [first] = [...visit.coverages].sort((a, b) => a.benefitOrder - b.benefitOrder);
  const wanted = payers.find(({ id }) => id === first?.payerId)?.authorizationRequired ?? [];
  if (!first) return [];
  const charged = new Map(visit.charges.map(({ procedure, wording }) => [procedure, wording]));
  return [...charged]
    .filter(([procedure]) => wanted.includes(procedure))
    .map(([procedure, wording]) => ({
      procedure,
      wording,
      payerId: first.payerId,
      payerName: first.payerName,
      onFile: visit.authorizations.find(
        (authorization) =>
          authorization.payerId === first.payerId &&
          authorization.procedure === procedure &&
          authorization.effectiveFrom <= visit.serviceDate &&
          authorization.effectiveTo >= visit.serviceDate,
      ),
    }));
}
