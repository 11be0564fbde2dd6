import type { MyDay } from '@superbill/contract';
import { addMilliseconds, type IsoDate } from '@superbill/engines/model';
import { daysAhead, isWeekend, median, personAlarms, planDays } from '@superbill/engines/workload';
import { sql } from 'kysely';
import { staffId, type Work } from '../work.ts';
import { activityOf, loadActivity } from './activity.ts';
import { dueWork } from './board.ts';
import { noticeOf } from './notices.ts';
import { capacityOf, loadPeople, minutesOn } from './people.ts';
import { loadTimeModel } from './time-model.ts';
import { loadOpenItems, toView } from './work-items.ts';

const mostItems = 100;
const mostOfPool = 20;
const paceDays = 30;
/** Below this many items a pace says nothing. */
const fewestForPace = 10;

/** The signed-in person's day, in the hat that is on. */
export async function readMyDay(unit: Work): Promise<MyDay> {
  const userId = staffId(unit);
  const model = await loadTimeModel(unit);
  const me = (await loadPeople(unit)).find((person) => person.userId === userId);
  const activity = activityOf(await loadActivity(unit, userId), userId);
  const own = await loadOpenItems(unit, model, { ownerId: userId });
  const pool = (await loadOpenItems(unit, model, { pool: true })).filter(({ desk }) => desk === unit.hat);
  const days = daysAhead(
    unit.today,
    5,
    (day) => !isWeekend(day) || (me !== undefined && minutesOn(me, day) > 0),
  );
  const loads = me
    ? planDays(dueWork(own), capacityOf(me, days, { today: unit.today, worked: activity.workedToday }))
    : [];
  const isDue = ({ due }: { due: { on: IsoDate } }) => due.on <= unit.today;
  const alarms = personAlarms({
    personId: userId,
    days: loads,
    worked: activity.workedToday + activity.interruptedMinutes,
    stretch: activity.stretch,
  });
  return {
    day: unit.today,
    availableMinutes: Math.round(me ? minutesOn(me, unit.today) : 0),
    workedMinutes: Math.round(activity.workedToday),
    dueMinutes: Math.round(loads[0]?.needed ?? 0),
    plannedMinutes: Math.round(loads[0]?.planned ?? 0),
    finishedItems: activity.finishedToday,
    interruptions: { count: activity.interruptions, minutes: Math.round(activity.interruptedMinutes) },
    interruptedSince: activity.interruptedSince,
    focusUntil: activity.focusUntil,
    today: own.filter(isDue).slice(0, mostItems).map(toView),
    later: own
      .filter((item) => !isDue(item))
      .slice(0, mostItems)
      .map(toView),
    pool: pool.slice(0, mostOfPool).map(toView),
    poolItems: pool.length,
    pace: await loadPace(unit, userId),
    notices: alarms.map((alarm) => noticeOf(alarm, unit.today, 'You')),
  };
}

/** A person's own minutes against what the team was expected to take. Read nowhere but in that person's own day. */
async function loadPace({ db, organizationId, now }: Work, userId: string): Promise<number | null> {
  const { rows } = await sql<{ ratio: number }>`
    select sum(active_seconds) / 60.0::float8 / max(expected_minutes)::float8 as ratio
    from work_span
    where organization_id = ${organizationId} and user_id = ${userId} and ended_at is not null
      and started_at > ${addMilliseconds(now, -paceDays * 86_400_000)}
    group by kind, subject_id
    having sum(active_seconds) >= 10 and max(expected_minutes) > 0`.execute(db);
  if (rows.length < fewestForPace) return null;
  return Math.round(median(rows.map(({ ratio }) => ratio)) * 100) / 100;
}
