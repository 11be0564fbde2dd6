import { type Check, queues } from '@superbill/contract';
import { sql } from 'kysely';
import { countRows, outcome, type Scope } from './check.ts';

/** No number was given twice, and the allocator stands at or behind the last number in use. */
export async function verifyControlNumbers({ db, organizationId }: Scope): Promise<Check> {
  const { rows } = await sql<{ kind: string; used: number; twice: number; highest: number; last: number }>`
    with used (kind, number) as (
      select 'claim', control_number from claim where organization_id = ${organizationId}
      union all select 'interchange', control_number from interchange where organization_id = ${organizationId}
      union all select 'statement', number from statement where organization_id = ${organizationId}
      union all select 'record', record_number from patient where organization_id = ${organizationId}
    )
    select u.kind, count(*)::integer as used, (count(*) - count(distinct u.number))::integer as twice,
      max(regexp_replace(u.number, '\\D', '', 'g')::bigint) as highest, coalesce(max(n.last), 0)::bigint as last
    from used u left join control_number n on n.organization_id = ${organizationId} and n.kind = u.kind
    group by u.kind order by u.kind`.execute(db);
  const faults = rows.flatMap(({ kind, twice, highest, last }) => [
    ...(twice > 0 ? [`${twice} ${kind} numbers were given twice`] : []),
    ...(highest > last ? [`${kind} number ${highest} is in use, but only ${last} were given out`] : []),
  ]);
  return outcome('control-numbers-unique', {
    looked: `${rows.reduce((sum, { used }) => sum + used, 0)} numbers of claims, files, bills and records`,
    faults,
    next: 'Send nothing until the numbers are set right.',
  });
}

/** Every visit stands at exactly one desk. */
export async function verifyQueues(scope: Scope): Promise<Check> {
  const { db, organizationId } = scope;
  const lost = await db
    .selectFrom('encounter')
    .select(['encounter_id', 'queue'])
    .where('organization_id', '=', organizationId)
    .where('queue', 'not in', [...queues])
    .execute();
  return outcome('every-visit-in-one-queue', {
    looked: `${await countRows(scope, 'encounter')} visits`,
    faults: lost.map((row) => `visit ${row.encounter_id} stands at no desk (${row.queue})`),
    next: 'Put the visit into the queue where its work is.',
  });
}
