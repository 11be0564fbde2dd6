import type { Work } from '../work.ts';
import { lockClaim, setState } from './store.ts';

/** Takes a visit's claims that are ready, but not sent, back to drafts: what they were made of has changed. */
export async function recallClaims(unit: Work, encounterId: string, why: string): Promise<void> {
  const ready = await unit.db
    .selectFrom('claim')
    .select('claim_id')
    .where('organization_id', '=', unit.organizationId)
    .where('encounter_id', '=', encounterId)
    .where('state', '=', 'ready')
    .execute();
  for (const { claim_id: claimId } of ready) {
    const { state } = await lockClaim(unit, claimId);
    if (state !== 'ready') continue;
    await setState(unit, claimId, 'draft', { kind: 'draft', message: `${why} Check the claim again.` });
    unit.audit('claim.recall', { kind: 'claim', id: claimId });
  }
}
