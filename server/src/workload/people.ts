import type { IsoDate } from '@superbill/engines/model';
import { type Capacity, type Desk, desks, weekdayOf } from '@superbill/engines/workload';
import { sql } from 'kysely';
import type { Work } from '../work.ts';
import { startValues } from './start.ts';

/** Somebody work is planned for. */
export interface Person {
  userId: string;
  name: string;
  desks: Desk[];
  /** Minutes at work by weekday, Monday first, and the share of it that nobody plans. */
  week: number[];
  unplannedPercent: number;
  isUsual: boolean;
  absences: { id: string; from: IsoDate; to: IsoDate }[];
}

/** Everybody who holds a role that work items come to, by name. */
export async function loadPeople({ db, organizationId, today }: Work): Promise<Person[]> {
  const { rows } = await sql<{
    user_id: string;
    name: string;
    roles: string[];
    minutes: number[] | null;
    unplanned_percent: number | null;
    absences: Person['absences'];
  }>`
    select u.user_id, u.name, array_agg(r.role order by r.role) as roles, c.minutes, c.unplanned_percent,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.absence_id, 'from', a.from_day, 'to', a.to_day)
          order by a.from_day, a.absence_id)
        from absence a where (a.organization_id, a.user_id) = (u.organization_id, u.user_id)
          and a.voided_at is null and a.to_day >= ${today}), '[]') as absences
    from app_user u
    join user_role r on (r.organization_id, r.user_id) = (u.organization_id, u.user_id)
    left join work_capacity c on (c.organization_id, c.user_id) = (u.organization_id, u.user_id)
    where u.organization_id = ${organizationId} and u.disabled_at is null and r.ended_at is null
      and r.role = any (${[...desks]})
    group by u.organization_id, u.user_id, u.name, c.minutes, c.unplanned_percent
    order by u.name, u.user_id`.execute(db);
  const { dayMinutes, physicianMinutes, unplannedPercent } = startValues().capacity;
  return rows.map((row) => {
    const held = desks.filter((desk) => row.roles.includes(desk));
    // A physician is with patients all day: only minutes are left for questions.
    const onlyPhysician = held.length === 1 && held[0] === 'physician';
    const day = onlyPhysician ? physicianMinutes : dayMinutes;
    return {
      userId: row.user_id,
      name: row.name,
      desks: held,
      week: row.minutes ?? [day, day, day, day, day, 0, 0],
      unplannedPercent: row.unplanned_percent ?? (onlyPhysician ? 0 : unplannedPercent),
      isUsual: row.minutes === null,
      absences: row.absences,
    };
  });
}

export function isAway({ absences }: Person, day: IsoDate): boolean {
  return absences.some(({ from, to }) => from <= day && day <= to);
}

/** Minutes a person has for planned work on a day. */
export function minutesOn(person: Person, day: IsoDate): number {
  if (isAway(person, day)) return 0;
  return ((person.week[weekdayOf(day) - 1] ?? 0) * (100 - person.unplannedPercent)) / 100;
}

/** What is left of each day: of today, what was not worked yet. */
export function capacityOf(
  person: Person,
  days: readonly IsoDate[],
  { today, worked }: { today: IsoDate; worked: number },
): Capacity[] {
  return days.map((day) => ({
    day,
    minutes: Math.max(0, minutesOn(person, day) - (day === today ? worked : 0)),
  }));
}
