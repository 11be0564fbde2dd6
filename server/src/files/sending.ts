import type { InterchangeView, Sending } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { staffId, type Work } from '../work.ts';
import { loadInterchanges } from './store.ts';

/** Whether files go out, and what is open since the latest restore. */
export async function readSending({
  db,
  organizationId,
}: Pick<Work, 'db' | 'organizationId'>): Promise<Sending> {
  const latest = await db
    .selectFrom('restore_epoch')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { open } = await db
    .selectFrom('interchange')
    .select((is) => is.fn.countAll<number>().as('open'))
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'unknown')
    .executeTakeFirstOrThrow();
  return {
    paused: latest !== undefined && latest.resumed_at === null,
    epoch: latest?.epoch ?? 0,
    restore: latest
      ? {
          backupTakenAt: latest.backup_taken_at,
          restoredAt: latest.restored_at,
          claimsHeld: latest.claims_held,
          filesUnknown: latest.files_unknown,
        }
      : null,
    filesToSettle: Number(open),
  };
}

/** Refuses while sending rests. */
export async function mustSend(unit: Pick<Work, 'db' | 'organizationId'>): Promise<void> {
  if ((await readSending(unit)).paused) throw new AppError('sending.paused');
}

/** A person says that files may go out again; first it has to be said of each open file whether it left. */
export async function resumeSending(unit: Work, by: string | null): Promise<Sending> {
  const before = await readSending(unit);
  const { paused, epoch, filesToSettle } = before;
  if (!paused) return before;
  if (filesToSettle > 0) throw new AppError('sending.unsettled', { count: filesToSettle });
  await unit.db
    .updateTable('restore_epoch')
    .set({ resumed_at: unit.now, resumed_by: by })
    .where('organization_id', '=', unit.organizationId)
    .where('epoch', '=', epoch)
    .execute();
  unit.audit('sending.resume', { kind: 'organization', detail: { epoch } });
  return readSending(unit);
}

/** Settles a file that may have left before a restore: it did, or it is prepared still and goes out later. */
export async function settleInterchange(
  unit: Work,
  interchangeId: string,
  left: boolean,
): Promise<InterchangeView> {
  staffId(unit);
  const { numUpdatedRows } = await unit.db
    .updateTable('interchange')
    .set(left ? { state: 'sent', sent_at: unit.now } : { state: 'prepared' })
    .where('organization_id', '=', unit.organizationId)
    .where('interchange_id', '=', interchangeId)
    .where('state', '=', 'unknown')
    .executeTakeFirst();
  const [row] = await loadInterchanges(unit, 1, [interchangeId]);
  if (!row) throw new AppError('file.not-found', { id: interchangeId });
  if (numUpdatedRows === 0n) throw new AppError('file.not-unknown', { id: interchangeId });
  unit.audit('interchange.settle', { kind: 'interchange', id: interchangeId, detail: { left } });
  return row;
}
