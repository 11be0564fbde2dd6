import { addMilliseconds, type Instant } from '@superbill/engines/model';
import {
  type FinishedWork,
  learnMinutes,
  startModel,
  type TimeModel,
  type WorkFeatures,
  type WorkKind,
} from '@superbill/engines/workload';
import { sql } from 'kysely';
import type { Work } from '../work.ts';
import { startValues } from './start.ts';

/** Older work is not learnt from, and never more items than this: habits change, and learning stays quick. */
const learnFrom = { days: 180, items: 5000 } as const;
const learnAgainAfter = 60 * 60_000;
/** What was open for less was only looked at. */
const leastSeconds = 10;

/** What is usual for the team: as learnt last, or the start values while nothing was learnt. */
export async function loadTimeModel(unit: Work): Promise<TimeModel> {
  return (await loadLearnt(unit))?.content ?? startModel(startValues());
}

/** Finished items behind the model; 0 while it is the start values. */
export async function countLearnt(unit: Work): Promise<number> {
  return (await loadLearnt(unit))?.items ?? 0;
}

async function loadLearnt({ db, organizationId }: Work) {
  const row = await db
    .selectFrom('work_time_model')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row && { ...row, content: row.content as unknown as TimeModel };
}

/** Learns anew from finished items when the last time was an hour ago or longer. */
export async function learnWhenOld(unit: Work): Promise<void> {
  const learnt = await loadLearnt(unit);
  if (learnt && learnt.learnt_at > addMilliseconds(unit.now, -learnAgainAfter)) return;
  const finished = await loadFinished(unit);
  const values = {
    content: JSON.stringify(learnMinutes(startValues(), finished)),
    items: finished.length,
    learnt_at: unit.now,
  };
  await unit.db
    .insertInto('work_time_model')
    .values({ organization_id: unit.organizationId, ...values })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(values))
    .execute();
}

/** Items that no longer wait for anybody, with all minutes of everybody who worked on them; by whom is not asked. */
async function loadFinished({ db, organizationId, now }: Work): Promise<FinishedWork[]> {
  const after: Instant = addMilliseconds(now, -learnFrom.days * 86_400_000);
  const { rows } = await sql<{
    kind: WorkKind;
    specialty: string | null;
    setting: WorkFeatures['setting'];
    documents: number;
    pages: number;
    seconds: number;
  }>`
    select kind, min(specialty) as specialty, min(setting) as setting, max(documents) as documents,
      max(pages) as pages, sum(active_seconds)::integer as seconds
    from work_span s where organization_id = ${organizationId} and started_at > ${after}
      and not exists (
        select from encounter e where (e.organization_id, e.encounter_id) = (s.organization_id, s.subject_id)
          and (e.queue, s.kind) in (('documentation', 'registration'), ('coding', 'code-visit'),
            ('billing', 'bill-visit'), ('billing', 'authorization'), ('follow-up', 'work-denial')))
      and not exists (select from query q where (q.organization_id, q.query_id) = (s.organization_id, s.subject_id)
        and q.state = 'open')
      and not exists (select from message m where (m.organization_id, m.message_id) = (s.organization_id, s.subject_id)
        and m.state = 'open')
      and not exists (select from inbound_file f
        where (f.organization_id, f.inbound_file_id) = (s.organization_id, s.subject_id) and f.state = 'waiting')
    group by kind, subject_id
    having bool_and(ended_at is not null) and sum(active_seconds) >= ${leastSeconds}
    order by max(started_at) desc, subject_id limit ${learnFrom.items}`.execute(db);
  return rows.map(({ seconds, ...features }) => ({ ...features, minutes: seconds / 60 }));
}
