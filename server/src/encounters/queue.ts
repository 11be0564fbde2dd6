import type { Queue } from '@superbill/contract';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';

/** Takes the visit's row for this transaction and says where it stands. */
export async function lockEncounter({ db, organizationId }: Work, encounterId: string) {
  const row = await db
    .selectFrom('encounter')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('encounter.not-found', { encounterId });
  return { ...row, queue: row.queue as Queue };
}

/** Refuses when the visit stands at another desk than those named. */
export function mustStandIn(encounter: { queue: Queue }, ...queues: Queue[]): void {
  if (!queues.includes(encounter.queue))
    throw new AppError('encounter.wrong-queue', { queue: encounter.queue });
}

/** Moves the visit to another desk; the reason is shown there. */
export async function moveTo(
  unit: Work,
  encounterId: string,
  queue: Queue,
  reason: string | null = null,
): Promise<void> {
  await unit.db
    .updateTable('encounter')
    .set((column) => ({
      queue,
      queue_since: unit.now,
      return_reason: reason,
      owner_id: null,
      row_version: column('row_version', '+', 1),
    }))
    .where('organization_id', '=', unit.organizationId)
    .where('encounter_id', '=', encounterId)
    .execute();
  unit.audit('encounter.move', { kind: 'encounter', id: encounterId, detail: { queue } });
}
