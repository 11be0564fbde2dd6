import { type CodedChart, drawCharts } from '@superbill/engines/controls';
import { addMilliseconds, type Instant, type IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import { areBound, loadControls } from '../controls/settings.ts';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';

interface Coded extends CodedChart {
  coderId: string;
  codedOn: IsoDate;
  lastCodedAt: Instant;
  codes: { system: string; code: string }[];
}

const hour = 60 * 60_000;

/**
 * Draws from what was handed over on days that are past, once for each coder and day. `chance` is the server's
 * own (node:crypto), so that a coder cannot know what comes back. Another coder looks where there is one.
 */
export async function drawReviews(unit: Work, chance: () => number): Promise<number> {
  const { coolingHours, sampleSize } = await loadControls(unit);
  const byDay = new Map<string, Coded[]>();
  for (const chart of await loadCoded(unit)) {
    const key = `${chart.coderId} ${chart.codedOn}`;
    byDay.set(key, [...(byDay.get(key) ?? []), chart]);
  }
  let total = 0;
  for (const charts of byDay.values()) {
    const [{ coderId, codedOn } = { coderId: '', codedOn: unit.today }] = charts;
    if (!(await areBound(unit, [coderId])) || !(await claimDay(unit, coderId, codedOn, charts.length)))
      continue;
    const reviewerId = await chooseReviewer(unit, coderId);
    const drawn = drawCharts(charts, sampleSize, chance);
    for (const { id, stratum } of drawn) {
      const chart = charts.find((each) => each.id === id);
      if (!chart) continue;
      await unit.db
        .insertInto('chart_review')
        .values({
          organization_id: unit.organizationId,
          review_id: newId(),
          encounter_id: id,
          coder_id: coderId,
          reviewer_id: reviewerId,
          stratum,
          drawn_at: unit.now,
          due_from: addMilliseconds(chart.lastCodedAt, coolingHours * hour),
          first_codes: JSON.stringify(chart.codes),
        })
        .onConflict((conflict) =>
          conflict.columns(['organization_id', 'encounter_id', 'coder_id']).doNothing(),
        )
        .execute();
    }
    total += drawn.length;
    unit.audit('review.draw', { kind: 'user', id: coderId, detail: { day: codedOn, charts: drawn.length } });
  }
  return total;
}

/** Notes that a day was drawn from; false when it was before. */
async function claimDay(unit: Work, coderId: string, codedOn: IsoDate, charts: number): Promise<boolean> {
  const { sampleSize } = await loadControls(unit);
  const made = await unit.db
    .insertInto('chart_draw')
    .values({
      organization_id: unit.organizationId,
      coder_id: coderId,
      coded_on: codedOn,
      charts,
      drawn: Math.min(sampleSize, charts),
      drawn_at: unit.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'coder_id', 'coded_on']).doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Another coder with the fewest charts waiting; the coder alone looks again at the own ones. */
async function chooseReviewer({ db, organizationId }: Work, coderId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select r.user_id as id from user_role r join app_user u using (organization_id, user_id)
    where r.organization_id = ${organizationId} and r.role = 'coder' and r.ended_at is null and u.disabled_at is null
    order by r.user_id = ${coderId},
      (select count(*) from chart_review c where c.organization_id = r.organization_id
        and c.reviewer_id = r.user_id and c.state = 'waiting'), r.user_id
    limit 1`.execute(db);
  return rows[0]?.id ?? coderId;
}

/** Charts of the last two weeks that left the coder's desk on a day before today, by who decided their codes. */
async function loadCoded({ db, organizationId, today }: Work): Promise<Coded[]> {
  const { rows } = await sql<Coded>`
    select e.encounter_id as id, min(a.decided_by::text)::uuid as "coderId",
      max(a.decided_at)::date as "codedOn", max(a.decided_at) as "lastCodedAt",
      extract(epoch from max(a.decided_at) - min(a.decided_at))::double precision as seconds,
      (count(*) filter (where a.origin = 'search') + (select count(*) from suggestion_rejection j
        where (j.organization_id, j.encounter_id) = (e.organization_id, e.encounter_id)
          and j.undone_at is null))::integer as overridden,
      coalesce((select sum(c.charge_cents) from charge c
        where (c.organization_id, c.encounter_id) = (e.organization_id, e.encounter_id)
          and c.voided_at is null), 0)::bigint as charge,
      jsonb_agg(jsonb_build_object('system', a.system, 'code', a.code) order by a.position, a.code) as codes
    from encounter e join code_assignment a using (organization_id, encounter_id)
    where e.organization_id = ${organizationId} and a.removed_at is null
      and e.queue not in ('documentation', 'coding', 'query')
    group by e.organization_id, e.encounter_id
    having max(a.decided_at)::date < ${today}::date and max(a.decided_at)::date >= ${today}::date - 14
      and count(distinct a.decided_by) = 1`.execute(db);
  return rows;
}
