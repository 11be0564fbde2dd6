import type { QueryOf, routes } from '@superbill/contract';
import { csvLine } from '../csv.ts';
import { inTransaction } from '../db/connect.ts';
import { keepPracticeTime, type System } from '../work.ts';
import { canonicalJson } from './append.ts';
import { type AuditRecord, selectAudit } from './search.ts';

type Asked = QueryOf<typeof routes.exportAudit>;

const perPage = 2000;

const columns = [
  'sequence',
  'at',
  'user_id',
  'user',
  'hat',
  'action',
  'outcome',
  'subject_kind',
  'subject_id',
  'patient_id',
  'route',
  'request_id',
  'detail',
];

/**
 * The rows asked for, oldest first, as lines of a file. A page is read at a time, each in a transaction of its own, so
 * that neither memory nor the database holds a long trail; what is written meanwhile is left out by `upTo`.
 */
export async function* exportLines(
  { db }: Pick<System, 'db'>,
  organizationId: string,
  { format, ...wanted }: Asked,
  upTo: number,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(columns);
  let after = 0;
  for (;;) {
    const rows = await inTransaction(db, { organizationId }, async (tx) => {
      await keepPracticeTime(tx, organizationId);
      return selectAudit({ db: tx, organizationId }, wanted)
        .where('a.sequence', '>', after)
        .where('a.sequence', '<=', upTo)
        .orderBy('a.sequence')
        .limit(perPage)
        .execute();
    });
    if (rows.length > 0) yield rows.map(format === 'csv' ? csvOf : jsonOf).join('');
    if (rows.length < perPage) return;
    after = rows.at(-1)?.sequence ?? upTo;
  }
}

function csvOf(row: AuditRecord): string {
  return csvLine([
    row.sequence,
    row.at,
    row.user_id,
    row.user_name,
    row.hat,
    row.action,
    row.outcome,
    row.subject_kind,
    row.subject_id,
    row.patient_id,
    row.route,
    row.request_id,
    canonicalJson(row.detail as Record<string, unknown>),
  ]);
}

/**
 * A row as it was hashed: the fields in the order in which the hash takes them, then the two hashes. With all rows an
 * outsider proves the chain without our program (docs/operations.md says how).
 */
function jsonOf(row: AuditRecord): string {
  return `${JSON.stringify({
    organizationId: row.organization_id,
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
    previousHash: row.previous_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  })}\n`;
}
