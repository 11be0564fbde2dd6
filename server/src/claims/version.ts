import type { Claim } from '@superbill/engines/model';
import { hashOf, openRow, sealRow } from '../keys/sealed.ts';
import type { Work } from '../work.ts';

/** What a version of a claim says, as its row keeps it: sealed, with the hash that its freezing holds it to. */
export async function sealVersion(unit: Work, claimId: string, version: number, content: Claim) {
  return {
    content: null,
    sealed: await sealRow(unit, 'claim_version', `${claimId}/${version}`, { content }),
    content_sha256: hashOf('claim_version', { content }),
  };
}

/** What a version says; a row that was not sealed yet has it in clear. */
export async function openVersion(
  unit: Work,
  row: { claim_id: string; version: number; content: unknown; sealed: Buffer | null },
): Promise<Claim> {
  const { content } = await openRow(unit, 'claim_version', `${row.claim_id}/${row.version}`, row);
  return content as Claim;
}
