import type { QueryOf, ResponseOf, routes } from '@superbill/contract';
import type { Work } from '../work.ts';

/** Who looked at or changed what, newest first; of one patient when asked. */
export async function listAudit(
  { db, organizationId }: Work,
  { patientId, before, limit }: QueryOf<typeof routes.listAudit>,
): Promise<ResponseOf<typeof routes.listAudit>> {
  let rows = db
    .selectFrom('audit_event as a')
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'a.organization_id').onRef('u.user_id', '=', 'a.user_id'),
    )
    .select(['a.sequence', 'a.at', 'a.hat', 'a.action', 'a.subject_kind', 'a.subject_id', 'a.patient_id'])
    .select('u.name as user_name')
    .where('a.organization_id', '=', organizationId);
  if (patientId !== undefined) rows = rows.where('a.patient_id', '=', patientId);
  if (before !== undefined) rows = rows.where('a.sequence', '<', before);
  const found = await rows
    .orderBy('a.sequence', 'desc')
    .limit(limit + 1)
    .execute();
  return {
    events: found.slice(0, limit).map((row) => ({
      sequence: row.sequence,
      at: row.at,
      userName: row.user_name,
      hat: row.hat,
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      patientId: row.patient_id,
    })),
    more: found.length > limit,
  };
}
