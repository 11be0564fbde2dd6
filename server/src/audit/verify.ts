import type { Work } from '../work.ts';
import { canonicalJson, genesis, hashRow } from './append.ts';
import type { WrittenHead } from './heads.ts';

const perPage = 5000;

export interface ChainVerdict {
  ok: boolean;
  detail: string;
}

/**
 * Walks an organization's chain from the start to its end; the first row that does not fit is named. `heads` are ends
 * of the chain that were written outside the database: they show also a chain that was cut or made anew together
 * with its head.
 */
export async function verifyAudit(
  { db, organizationId }: Pick<Work, 'db' | 'organizationId'>,
  heads: readonly WrittenHead[] = [],
): Promise<ChainVerdict> {
  const head = await db
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!head) return fault('The audit trail has no head row.');
  const standing = await headsThatStand({ db, organizationId }, heads);
  const written = new Map(standing.map((one) => [one.sequence, one]));

  let previous: Buffer = genesis;
  let expected = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('sequence', '>', expected)
      .orderBy('sequence')
      .limit(perPage)
      .execute();
    for (const row of rows) {
      expected += 1;
      if (row.sequence !== expected) return fault(`Row ${expected} of the audit trail is missing.`);
      const hash = hashRow(previous, {
        organizationId,
        sequence: row.sequence,
        at: row.at,
        userId: row.user_id,
        hat: row.hat,
        action: row.action,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        patientId: row.patient_id,
        detail: canonicalJson(row.detail as Record<string, unknown>),
        outcome: row.outcome,
        route: row.route,
        requestId: row.request_id,
      });
      if (!hash.equals(row.hash) || !previous.equals(row.previous_hash))
        return fault(`Row ${row.sequence} of the audit trail was changed.`);
      const outside = written.get(row.sequence);
      if (outside && outside.hash !== hash.toString('hex'))
        return fault(
          `Row ${row.sequence} of the audit trail is not the one whose hash was written down at ${outside.at}: the rows up to it were made anew.`,
        );
      previous = hash;
    }
    if (rows.length < perPage) break;
  }
  const furthest = Math.max(0, ...written.keys());
  if (furthest > expected)
    return fault(
      `The audit trail ends at row ${expected}, but row ${furthest} was written down at ${written.get(furthest)?.at}: rows ${expected + 1} to ${furthest} are missing.`,
    );
  if (head.sequence !== expected || !previous.equals(head.hash))
    return fault(`The audit trail ends at row ${expected}, but ${head.sequence} were written.`);
  const proven = standing.length === 0 ? '' : `, ${standing.length} heads outside the database agree`;
  const lost = heads.length - standing.length;
  const gone = lost === 0 ? '' : `; ${lost} were written after a backup that was restored`;
  return { ok: true, detail: `${expected} rows, unbroken${proven}${gone}.` };
}

/** A restore goes back to its backup: the heads that were written between the two are of rows that are gone. */
export async function headsThatStand(
  { db, organizationId }: Pick<Work, 'db' | 'organizationId'>,
  heads: readonly WrittenHead[],
): Promise<WrittenHead[]> {
  const restores = await db
    .selectFrom('restore_epoch')
    .select(['backup_taken_at', 'restored_at'])
    .where('organization_id', '=', organizationId)
    .execute();
  return heads.filter(
    ({ at }) => !restores.some((one) => at >= one.backup_taken_at && at <= one.restored_at),
  );
}

const fault = (detail: string): ChainVerdict => ({ ok: false, detail });
