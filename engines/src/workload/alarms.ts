import type { IsoDate } from '../model/index.ts';
import type { DayLoad } from './plan-days.ts';
import type { Desk } from './work-kind.ts';

/** Pressure, said before it harms. `day` is when it would happen, minutes are by how much. */
export type Alarm =
  | { kind: 'desk-overload'; desk: Desk; day: IsoDate; minutes: number }
  | { kind: 'past-due'; desk: Desk; day: IsoDate; items: number }
  | { kind: 'person-overload'; personId: string; day: IsoDate; minutes: number }
  | { kind: 'long-day'; personId: string; day: IsoDate; minutes: number }
  | { kind: 'no-break'; personId: string; day: IsoDate; minutes: number };

/** Nobody works well beyond these minutes: nine hours in a day, two and a half in one stretch. */
export const limits = { day: 540, stretch: 150 } as const;

/** Less than this is within what nobody can forecast. */
const worthSaying = 15;

/** The first day on which a desk's work no longer fits. */
export function deskAlarms(desk: Desk, days: readonly DayLoad[], late: number): Alarm[] {
  const [today] = days;
  const first = days.find(({ over }) => over > worthSaying);
  return [
    ...(first
      ? [{ kind: 'desk-overload', desk, day: first.day, minutes: Math.round(first.over) } as const]
      : []),
    ...(today && late > 0 ? [{ kind: 'past-due', desk, day: today.day, items: late } as const] : []),
  ];
}

export interface PersonDay {
  personId: string;
  days: readonly DayLoad[];
  /** Minutes of work so far today, calls included. */
  worked: number;
  /** Minutes since the last break of ten minutes or more; 0 during one. */
  stretch: number;
}

/**
 * What is too much for one person: own work that no longer fits, a day of more than nine hours (as it was worked, or as it
 * would be if everything due today were done today), or a long stretch without a break.
 */
export function personAlarms({ personId, days, worked, stretch }: PersonDay): Alarm[] {
  const [today] = days;
  if (!today) return [];
  const first = days.find(({ over }) => over > worthSaying);
  const whole = worked + today.needed;
  const alarms: Alarm[] = [];
  if (first)
    alarms.push({ kind: 'person-overload', personId, day: first.day, minutes: Math.round(first.over) });
  if (whole > limits.day)
    alarms.push({ kind: 'long-day', personId, day: today.day, minutes: Math.round(whole) });
  if (stretch > limits.stretch)
    alarms.push({ kind: 'no-break', personId, day: today.day, minutes: Math.round(stretch) });
  return alarms;
}
