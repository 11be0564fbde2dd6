import { type Imbalance, imbalances, type Remit, type RemitClaim } from '../model/index.ts';
import type { ClaimFacts } from './match.ts';
import type { Posting } from './posting.ts';
import { postProviderAdjustments } from './provider-adjustment.ts';
import { postRemitClaim, type RemitClaimPosting, type RemitIds } from './remit-claim.ts';

export type RemitPosting =
  /** Nothing may be posted: the payer's file does not add up, at these places. */
  | { status: 'refused'; imbalances: Imbalance[] }
  /** One posting for each claim of the remittance, in order, and one for what belongs to no claim. */
  | { status: 'posted'; claims: RemitClaimPosting[]; provider: Posting | undefined };

/** How the caller finds what it stored: the claim that a remittance's claim answers, and the ids of both. */
export interface RemitSource {
  claimOf(remitClaim: RemitClaim, index: number): ClaimFacts | undefined;
  idsOf(remitClaim: RemitClaim, index: number): RemitIds;
}

/**
 * Posts a whole remittance, dated with its payment date, or nothing of it when it is out of balance by a
 * cent. The postings together bring exactly BPR02 to the cash account.
 */
export function postRemit(remit: Remit, source: RemitSource): RemitPosting {
  const off = imbalances(remit);
  if (off.length > 0) return { status: 'refused', imbalances: off };
  const claims = remit.claims.map((claim, index) =>
    postRemitClaim(claim, source.claimOf(claim, index), remit.paymentDate, source.idsOf(claim, index)),
  );
  const provider = postProviderAdjustments(remit.providerAdjustments, remit.paymentDate);
  return { status: 'posted', claims, provider };
}
