import { addDays, type IsoDate } from '@superbill/engines/model';
import {
  type ComingWork,
  type Desk,
  deskOf,
  learnArrivals,
  type TimeModel,
  type WorkKind,
} from '@superbill/engines/workload';
import { sql } from 'kysely';
import type { Work } from '../work.ts';

/** Arrivals of eight weeks are counted. */
const weeks = 8;

const kindOf: Record<string, WorkKind> = {
  documentation: 'registration',
  coding: 'code-visit',
  query: 'answer-query',
  billing: 'bill-visit',
  'follow-up': 'work-denial',
  file: 'waiting-file',
  message: 'answer-message',
};

/** What each desk's weekdays usually bring, from what came in the last weeks. */
export async function loadComing(unit: Work, model: TimeModel): Promise<Map<Desk, ComingWork[]>> {
  const { organizationId, today } = unit;
  const first = addDays(today, -7 * weeks);
  const { rows } = await sql<{ queue: string; day: IsoDate; count: number }>`
    select queue, arrived_at::date as day, count(*)::integer as count
    from work_arrival
    where organization_id = ${organizationId} and arrived_at >= ${first}::date
    group by 1, 2`.execute(unit.db);
  // A practice that began three days ago has three days to learn from, not eight weeks of nothing.
  const from = rows.reduce((earliest, { day }) => (day < earliest ? day : earliest), today);
  const coming = new Map<Desk, ComingWork[]>();
  for (const [queue, kind] of Object.entries(kindOf)) {
    const counts = new Map(rows.filter((row) => row.queue === queue).map(({ day, count }) => [day, count]));
    if (counts.size === 0) continue;
    const desk = deskOf(kind);
    const { typical, mean } = model[kind];
    coming.set(desk, [
      ...(coming.get(desk) ?? []),
      {
        kind,
        arrivals: learnArrivals(counts, from, today),
        minutes: typical * mean,
        deviation: deviationOf(typical, model[kind]),
      },
    ]);
  }
  return coming;
}

/** The spread of one item, from the band that holds eight of ten. */
export function deviationOf(minutes: number, { low, high }: { low: number; high: number }): number {
  return (minutes * (high - low)) / (2 * 1.2816);
}
