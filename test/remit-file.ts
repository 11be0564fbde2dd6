import type { Claim, Instant, Remit } from '@superbill/engines/model';
import { write835 } from '@superbill/engines/x12';
import { openVersion } from '@superbill/server/claims/version';
import type { World } from './world.ts';

let files = 0;

/** An 835 file of these payments as a payer would send it, in an envelope of its own. */
export function remitFile(remits: Remit[]): string {
  files += 1;
  return write835({
    sender: { id: 'EXMP1' },
    receiver: { id: 'EXAMPLE1' },
    controlNumbers: { interchange: files, group: files, transaction: 1 },
    createdAt: '2027-03-20T17:00:00.000Z' as Instant,
    usage: 'P',
    remits,
  });
}

/** What was sent for a claim in its latest version. */
export function sentClaim(world: World, claimId: string): Promise<Claim> {
  return world.as('biller', async (unit) => {
    const row = await unit.db
      .selectFrom('claim_version')
      .selectAll()
      .where('claim_id', '=', claimId)
      .where('interchange_id', 'is not', null)
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    return openVersion(unit, row);
  });
}
