import { type IsoDate, serviceEnd, serviceStart } from '../../model/index.ts';
import type { ClaimDecision, Received837 } from '../exchange.ts';
import { statusesOf } from './judged-status.ts';

/**
 * The decision of a receiver that goes by the file alone: a claim without faults is accepted into
 * adjudication (A2, 20), one with faults is rejected for what is missing, invalid or at odds (A6, A7, A8), and
 * about whom. Feeds {@link write277CA}. Source: claim status category and claim status codes (X12 external code
 * sources 507, 508).
 */
export function judgeClaims({ kind, claims, faults }: Received837, effectiveDate: IsoDate): ClaimDecision[] {
  return claims.map((claim, index): ClaimDecision => {
    const found = faults[index] ?? [];
    const accepted = found.length === 0;
    const { lastName, firstName } = claim.patient ?? claim.subscriber;
    const [line] = claim.lines;
    const first = (line && serviceStart(claim, line)) ?? effectiveDate;
    const last = claim.lines.reduce((latest, one) => {
      const to = serviceEnd(claim, one);
      return to !== undefined && to > latest ? to : latest;
    }, first);
    return {
      controlNumber: claim.controlNumber,
      accepted,
      statuses: accepted ? [{ category: 'A2', status: '20' }] : statusesOf(found, kind),
      charge: claim.charge,
      patient: { lastName, firstName, memberId: claim.subscriber.memberId },
      provider: { name: claim.billingProvider.name, npi: claim.billingProvider.npi },
      effectiveDate,
      serviceDate: first,
      ...(last !== first && { serviceDateTo: last }),
    };
  });
}
