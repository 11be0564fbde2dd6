import type { DoctorFinding } from '@superbill/contract';
import type { WrittenHead } from '../audit/heads.ts';
import { headsThatStand } from '../audit/verify.ts';
import type { Tx } from '../db/connect.ts';
import { fault, fine, warning } from './finding.ts';

/** Whether the end of the audit trail that was written outside the database is still in it; the proof walks all of it. */
export async function checkAuditHeads(
  tx: Tx,
  organizationId: string,
  written: readonly WrittenHead[],
): Promise<DoctorFinding> {
  const last = (await headsThatStand({ db: tx, organizationId }, written)).at(-1);
  if (!last)
    return warning(
      'audit-heads',
      'No end of the audit trail is written outside the database yet.',
      'A running server does it every hour: start Superbill. Name another disk for it: SUPERBILL_AUDIT_HEADS.',
    );
  const row = await tx
    .selectFrom('audit_event')
    .select('hash')
    .where('organization_id', '=', organizationId)
    .where('sequence', '=', last.sequence)
    .executeTakeFirst();
  if (row?.hash.toString('hex') === last.hash)
    return fine('audit-heads', `The audit trail holds what was written down at ${last.at.slice(0, 16)}.`);
  return fault(
    'audit-heads',
    `Row ${last.sequence} of the audit trail, written down at ${last.at}, is ${row ? 'another one now' : 'gone'}.`,
    'Rows were changed or cut off outside of Superbill: run superbill audit verify, and compare with a backup.',
  );
}
