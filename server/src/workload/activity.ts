import { addDays, addMilliseconds, type Instant, type IsoDate } from '@superbill/engines/model';
import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../work.ts';

/** A screen that is open tells of itself at least every three minutes; beyond this a span is lost. */
export const heardWithin = 4 * 60_000;
/** A break of ten minutes ends a stretch of work. */
const breakMs = 10 * 60_000;
/** A call that nobody ended counts for an hour at most. */
const longestCall = 60 * 60_000;

/** What was measured of a person: durations and counts. */
export interface Activity {
  workedToday: number;
  finishedToday: number;
  /** Minutes since the last break of ten minutes; 0 during one. */
  stretch: number;
  interruptions: number;
  interruptedMinutes: number;
  interruptedSince: Instant | null;
  focusUntil: Instant | null;
  /** Expected minutes of the items worked on in two weeks: each counts what it usually takes. */
  weighted: number;
}

const none: Activity = {
  workedToday: 0,
  finishedToday: 0,
  stretch: 0,
  interruptions: 0,
  interruptedMinutes: 0,
  interruptedSince: null,
  focusUntil: null,
  weighted: 0,
};

/** The first of the two weeks that fairness looks at. */
export function fairnessSince(today: IsoDate): IsoDate {
  return addDays(today, -13);
}

/** What was measured today, by person; people of whom nothing was are left out: ask {@link activityOf}. */
export async function loadActivity(unit: Work, userId?: string): Promise<Map<string, Activity>> {
  const found = new Map<string, Activity>();
  const of = (id: string) => {
    const activity = found.get(id) ?? { ...none };
    found.set(id, activity);
    return activity;
  };
  await readSpans(unit, userId, of);
  await readWeights(unit, userId, of);
  await readInterruptions(unit, userId, of);
  await readFocus(unit, userId, of);
  return found;
}

export function activityOf(activities: ReadonlyMap<string, Activity>, userId: string): Activity {
  return activities.get(userId) ?? none;
}

type Of = (userId: string) => Activity;

/** The moment a day begins at the practice. */
function startOf(day: IsoDate): RawBuilder<Instant> {
  return sql`${day}::date`;
}

async function readSpans({ db, organizationId, now, today }: Work, userId: string | undefined, of: Of) {
  let rows = db
    .selectFrom('work_span')
    .select([
      'user_id',
      'kind',
      'subject_id',
      'started_at',
      'last_seen_at',
      'ended_at',
      'active_seconds',
      'is_active',
    ])
    .where('organization_id', '=', organizationId)
    .where('started_at', '>=', startOf(today));
  if (userId) rows = rows.where('user_id', '=', userId);
  const items = new Set<string>();
  const workedUntil = new Map<string, { from: Instant; to: Instant }>();
  for (const row of await rows.orderBy('started_at').execute()) {
    const activity = of(row.user_id);
    const running =
      row.ended_at === null && row.is_active ? Date.parse(now) - Date.parse(row.last_seen_at) : 0;
    activity.workedToday += row.active_seconds / 60 + Math.min(running, heardWithin) / 60_000;
    const item = `${row.user_id} ${row.kind} ${row.subject_id}`;
    if (row.ended_at !== null && !items.has(item)) {
      items.add(item);
      activity.finishedToday += 1;
    }
    const end = row.ended_at ?? now;
    const last = workedUntil.get(row.user_id);
    const goesOn = last && Date.parse(row.started_at) - Date.parse(last.to) < breakMs;
    workedUntil.set(row.user_id, { from: goesOn ? last.from : row.started_at, to: end });
  }
  for (const [id, { from, to }] of workedUntil)
    if (Date.parse(now) - Date.parse(to) < breakMs)
      of(id).stretch = (Date.parse(to) - Date.parse(from)) / 60_000;
}

async function readWeights({ db, organizationId, today }: Work, userId: string | undefined, of: Of) {
  const { rows } = await sql<{ user_id: string; minutes: number }>`
    select user_id, sum(minutes) as minutes from (
      select user_id, max(expected_minutes)::float8 as minutes from work_span
      where organization_id = ${organizationId} and started_at >= ${fairnessSince(today)}::date
        and ended_at is not null and (${userId ?? null}::uuid is null or user_id = ${userId ?? null})
      group by user_id, kind, subject_id) item
    group by user_id`.execute(db);
  for (const { user_id, minutes } of rows) of(user_id).weighted = minutes;
}

async function readInterruptions(
  { db, organizationId, now, today }: Work,
  userId: string | undefined,
  of: Of,
) {
  let rows = db
    .selectFrom('interruption')
    .select(['user_id', 'started_at', 'ended_at'])
    .where('organization_id', '=', organizationId)
    .where('started_at', '>=', startOf(today));
  if (userId) rows = rows.where('user_id', '=', userId);
  for (const { user_id, started_at, ended_at } of await rows.execute()) {
    const activity = of(user_id);
    const length = Math.min(Date.parse(ended_at ?? now) - Date.parse(started_at), longestCall);
    activity.interruptions += 1;
    activity.interruptedMinutes += length / 60_000;
    if (ended_at === null && started_at > addMilliseconds(now, -longestCall))
      activity.interruptedSince = started_at;
  }
  let away = db
    .selectFrom('work_span')
    .select((is) => ['user_id', is.fn.sum<string>('interruptions').as('switches')] as const)
    .where('organization_id', '=', organizationId)
    .where('started_at', '>=', startOf(today))
    .groupBy('user_id');
  if (userId) away = away.where('user_id', '=', userId);
  // A call that was taken while an item was open stands in both; it counts once.
  for (const { user_id, switches } of await away.execute()) {
    const activity = of(user_id);
    activity.interruptions = Math.max(activity.interruptions, Number(switches));
  }
}

async function readFocus({ db, organizationId, now }: Work, userId: string | undefined, of: Of) {
  let rows = db
    .selectFrom('focus_time')
    .select(['user_id', 'until'])
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .where('until', '>', now);
  if (userId) rows = rows.where('user_id', '=', userId);
  for (const { user_id, until } of await rows.execute()) of(user_id).focusUntil = until;
}
