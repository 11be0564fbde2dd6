import type { AuditEvent, QueryOf, ResponseOf, routes } from '@superbill/contract';
import { type SqlBool, sql } from 'kysely';
import type { Work } from '../work.ts';

type Wanted = Omit<QueryOf<typeof routes.listAudit>, 'before' | 'limit'>;

/**
 * Rows of the trail that were asked for, with who acted. By when, then by number: with the indexes in that order any
 * page of a long trail is found at once, whichever of person, patient, action and days it is searched by. Days
 * begin at midnight in the transaction's time zone, which has to be the practice's.
 */
export function selectAudit(
  { db, organizationId }: Pick<Work, 'db' | 'organizationId'>,
  { patientId, userId, action, outcome, from, to }: Wanted,
) {
  let rows = db
    .selectFrom('audit_event as a')
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'a.organization_id').onRef('u.user_id', '=', 'a.user_id'),
    )
    .selectAll('a')
    .select('u.name as user_name')
    .where('a.organization_id', '=', organizationId);
  if (patientId !== undefined) rows = rows.where('a.patient_id', '=', patientId);
  if (userId !== undefined) rows = rows.where('a.user_id', '=', userId);
  if (action !== undefined)
    rows = action.endsWith('.')
      ? rows.where('a.action', '>=', action).where('a.action', '<', `${action.slice(0, -1)}/`)
      : rows.where('a.action', '=', action);
  if (outcome !== undefined) rows = rows.where('a.outcome', '=', outcome);
  if (from !== undefined) rows = rows.where(sql<SqlBool>`a.at >= ${from}::date::timestamptz`);
  if (to !== undefined) rows = rows.where(sql<SqlBool>`a.at < (${to}::date + 1)::timestamptz`);
  return rows;
}

export type AuditRecord = Awaited<ReturnType<ReturnType<typeof selectAudit>['execute']>>[number];

/** Who looked at or changed what, newest first, a page at a time. */
export async function searchAudit(
  unit: Work,
  { before, limit, ...wanted }: QueryOf<typeof routes.listAudit>,
): Promise<ResponseOf<typeof routes.listAudit>> {
  let rows = selectAudit(unit, wanted);
  if (before !== undefined)
    rows = rows.where(
      sql<SqlBool>`(a.at, a.sequence) < (select at, sequence from audit_event
        where organization_id = ${unit.organizationId} and sequence = ${before})`,
    );
  const found = await rows
    .orderBy('a.at', 'desc')
    .orderBy('a.sequence', 'desc')
    .limit(limit + 1)
    .execute();
  return { events: found.slice(0, limit).map(toEvent), more: found.length > limit };
}

/** The people and the actions of the trail, to choose from. */
export async function listActors({ db, organizationId }: Work) {
  const people = await db
    .selectFrom('app_user')
    .select(['user_id', 'name'])
    .where('organization_id', '=', organizationId)
    .orderBy('name')
    .execute();
  // Each next action is one step in the index, however many rows there are of each.
  const { rows } = await sql<{ action: string }>`
    with recursive step (action) as (
      (select action from audit_event where organization_id = ${organizationId} order by action limit 1)
      union all
      select (select e.action from audit_event e
        where e.organization_id = ${organizationId} and e.action > step.action order by e.action limit 1)
      from step where step.action is not null)
    select action from step where action is not null`.execute(db);
  return {
    people: people.map(({ user_id, name }) => ({ id: user_id, name })),
    actions: rows.map(({ action }) => action),
  };
}

function toEvent(row: AuditRecord): AuditEvent {
  return {
    sequence: row.sequence,
    at: row.at,
    userId: row.user_id,
    userName: row.user_name,
    hat: row.hat,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    patientId: row.patient_id,
    outcome: row.outcome as AuditEvent['outcome'],
    route: row.route,
    requestId: row.request_id,
    detail: row.detail as AuditEvent['detail'],
  };
}
