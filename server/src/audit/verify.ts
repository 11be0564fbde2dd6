import type { Work } from '../work.ts';
import { canonicalJson, genesis, hashRow } from './append.ts';

/** Walks an organization's chain from the start; the first row that does not fit is named. */
export async function verifyAudit({
  db,
  organizationId,
}: Pick<Work, 'db' | 'organizationId'>): Promise<{ ok: boolean; detail: string }> {
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirst();
  if (!head) return { ok: false, detail: 'The audit trail has no head row.' };

  let previous: Buffer = genesis;
  let expected = 0;
  const page = 5000;
  for (;;) {
    const rows = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('sequence', '>', expected)
      .orderBy('sequence')
      .limit(page)
      .execute();
    for (const row of rows) {
      expected += 1;
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
      });
      if (row.sequence !== expected)
        return { ok: false, detail: `Row ${expected} of the audit trail is missing.` };
      if (!hash.equals(row.hash) || !previous.equals(row.previous_hash)) {
        return { ok: false, detail: `Row ${row.sequence} of the audit trail was changed.` };
      }
      previous = hash;
    }
    if (rows.length < page) break;
  }
  if (head.sequence !== expected || !previous.equals(head.hash)) {
    return {
      ok: false,
      detail: `The audit trail ends at row ${expected}, but ${head.sequence} were written.`,
    };
  }
  return { ok: true, detail: `${expected} rows, unbroken.` };
}
