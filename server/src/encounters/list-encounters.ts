import { type EncounterSummary, type Queue, queues } from '@superbill/contract';
import type { Cents } from '@superbill/engines/model';
import { sql } from 'kysely';
import { summaryColumns, toSummary } from '../patients/store.ts';
import { practitionerName } from '../practice/store.ts';
import type { Work } from '../work.ts';

export interface Worklist {
  encounters: EncounterSummary[];
  more: boolean;
  counts: Record<Queue, number>;
}

/** The visits of one queue (or of all), longest waiting first, with how many stand in each queue. */
export async function listEncounters(
  unit: Work,
  { queue, search, limit }: { queue?: Queue | undefined; search: string; limit: number },
): Promise<Worklist> {
  const { db, organizationId } = unit;
  let rows = db
    .selectFrom('encounter as e')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 'e.organization_id').onRef('p.patient_id', '=', 'e.patient_id'),
    )
    .innerJoin('practitioner as d', (join) =>
      join
        .onRef('d.organization_id', '=', 'e.organization_id')
        .onRef('d.practitioner_id', '=', 'e.practitioner_id'),
    )
    .select(summaryColumns)
    .select(['e.encounter_id', 'e.service_date', 'e.queue', 'e.queue_since', 'e.return_reason'])
    .select(['d.first_name as d_first_name', 'd.last_name as d_last_name', 'd.credential', 'd.specialty'])
    .select(
      sql<number>`(select count(*) from document x
      where (x.organization_id, x.encounter_id) = (e.organization_id, e.encounter_id))::integer`.as(
        'documents',
      ),
    )
    .select(
      sql<number>`(select count(*) from code_assignment x
      where (x.organization_id, x.encounter_id) = (e.organization_id, e.encounter_id)
        and x.removed_at is null)::integer`.as('codes'),
    )
    .select(
      sql<number>`(select count(*) from query x
      where (x.organization_id, x.encounter_id) = (e.organization_id, e.encounter_id)
        and x.state = 'open')::integer`.as('open_queries'),
    )
    .select(
      sql<Cents>`(select coalesce(sum(x.charge_cents), 0) from charge x
      where (x.organization_id, x.encounter_id) = (e.organization_id, e.encounter_id)
        and x.voided_at is null)::bigint`.as('charge_cents'),
    )
    .select(
      sql<string | null>`(select y.name from coverage c
      join payer y on (y.organization_id, y.payer_id) = (c.organization_id, c.payer_id)
      where (c.organization_id, c.patient_id) = (e.organization_id, e.patient_id)
        and e.service_date between c.effective_from and coalesce(c.effective_to, 'infinity')
      order by c.benefit_order limit 1)`.as('payer_name'),
    )
    .where('e.organization_id', '=', organizationId);
  if (queue) rows = rows.where('e.queue', '=', queue);
  for (const word of search.toLowerCase().split(/\s+/).filter(Boolean)) {
    const start = `${word.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((is) =>
      is.or([
        is(sql`lower(p.last_name)`, 'like', start),
        is(sql`lower(p.first_name)`, 'like', start),
        is(sql`lower(p.record_number)`, 'like', start),
        is(sql`lower(d.last_name)`, 'like', start),
        is(sql`e.service_date::text`, 'like', start),
      ]),
    );
  }
  const found = await rows
    .orderBy('e.queue_since')
    .orderBy('e.encounter_id')
    .limit(limit + 1)
    .execute();
  return {
    encounters: found.slice(0, limit).map((row) => ({
      id: row.encounter_id,
      patient: toSummary(row),
      serviceDate: row.service_date,
      practitionerName: practitionerName({
        first_name: row.d_first_name,
        last_name: row.d_last_name,
        credential: row.credential,
      }),
      specialty: row.specialty,
      payerName: row.payer_name,
      queue: row.queue as Queue,
      queueSince: row.queue_since,
      returnReason: row.return_reason,
      documents: row.documents,
      codes: row.codes,
      openQueries: row.open_queries,
      chargeCents: row.charge_cents,
    })),
    more: found.length > limit,
    counts: await countQueues(unit),
  };
}

async function countQueues({ db, organizationId }: Work): Promise<Record<Queue, number>> {
  const rows = await db
    .selectFrom('encounter')
    .select(['queue', (fn) => fn.fn.countAll<number>().as('count')])
    .where('organization_id', '=', organizationId)
    .groupBy('queue')
    .execute();
  const counts = new Map(rows.map((row) => [row.queue, Number(row.count)]));
  return Object.fromEntries(queues.map((name) => [name, counts.get(name) ?? 0])) as Record<Queue, number>;
}
