import type { Board, BoardDesk, BoardPerson, DayLoadView } from '@superbill/contract';
import { addDays, type IsoDate } from '@superbill/engines/model';
import {
  type Capacity,
  type ComingWork,
  type DayLoad,
  type Desk,
  deskAlarms,
  desks,
  fairnessOf,
  forecastDesk,
  personAlarms,
  planDays,
  workKinds,
} from '@superbill/engines/workload';
import type { Work } from '../work.ts';
import { activityOf, fairnessSince } from './activity.ts';
import { deviationOf, loadComing } from './coming.ts';
import { noticeOf } from './notices.ts';
import { capacityOf, isAway, minutesOn, type Person } from './people.ts';
import { loadQuality, noQuality } from './quality.ts';
import { loadSituation, type Situation } from './situation.ts';
import { startValues } from './start.ts';
import { countLearnt } from './time-model.ts';
import type { OpenItem } from './work-items.ts';

/** Days that quality looks back. */
const qualityDays = 90;

/** The supervisor's board: load in minutes by person and desk, what comes, and quality beside it. */
export async function readBoard(unit: Work): Promise<Board> {
  const situation = await loadSituation(unit);
  const coming = await loadComing(unit, situation.model);
  const quality = await loadQuality(unit, addDays(unit.today, -qualityDays));
  const shares = sharesByDesk(situation, unit.today);
  return {
    day: unit.today,
    days: situation.days,
    people: situation.people.map((person) => ({
      ...personRow(situation, person, unit.today),
      share: shares.people.get(person.userId) ?? null,
      quality: quality.get(person.userId) ?? noQuality,
    })),
    desks: desks.map((desk) => ({
      ...deskRow(situation, desk, coming.get(desk) ?? [], unit.today),
      spread: shares.desks.get(desk) ?? null,
    })),
    learntFrom: await countLearnt(unit),
  };
}

function personRow(
  { items, activities, days }: Situation,
  person: Person,
  today: IsoDate,
): Omit<BoardPerson, 'share' | 'quality'> {
  const own = items.filter(({ ownerId }) => ownerId === person.userId);
  const activity = activityOf(activities, person.userId);
  const loads = planDays(dueWork(own), capacityOf(person, days, { today, worked: activity.workedToday }));
  const alarms = personAlarms({
    personId: person.userId,
    days: loads,
    worked: activity.workedToday + activity.interruptedMinutes,
    stretch: activity.stretch,
  });
  return {
    userId: person.userId,
    name: person.name,
    desks: person.desks,
    items: own.length,
    days: loads.map(inWholeMinutes),
    workedToday: Math.round(activity.workedToday),
    interruptionsToday: activity.interruptions,
    focusUntil: activity.focusUntil,
    isAway: isAway(person, today),
    notices: alarms.map((alarm) => noticeOf(alarm, today, person.name)),
  };
}

function deskRow(
  { items, people, activities, days, farDays, model }: Situation,
  desk: Desk,
  coming: readonly ComingWork[],
  today: IsoDate,
): Omit<BoardDesk, 'spread'> {
  const waiting = items.filter((item) => item.desk === desk);
  const open = waiting.map(({ due, expected, kind }) => ({
    due: due.on,
    minutes: expected.planned,
    deviation: deviationOf(expected.minutes, model[kind]),
  }));
  const forecast = forecastDesk(startValues(), open, coming, deskCapacity(), days.length);
  const late = waiting.filter(({ due }) => due.on < today).length;
  return {
    desk,
    kinds: workKinds
      .map((kind) => {
        const alike = waiting.filter((item) => item.kind === kind);
        return {
          kind,
          items: alike.length,
          minutes: Math.round(total(alike)),
          late: alike.filter(({ due }) => due.on < today).length,
        };
      })
      .filter((row) => row.items > 0),
    poolMinutes: Math.round(total(waiting.filter(({ ownerId }) => ownerId === null))),
    days: forecast.days.map(inWholeMinutes),
    coming: forecast.coming.map((count) => Math.round(count * 10) / 10),
    empty: forecast.empty,
    notices: deskAlarms(desk, forecast.days, late).map((alarm) => noticeOf(alarm, today)),
  };

  /** Everybody's time at this desk; who sits at two desks gives each an equal part. */
  function deskCapacity(): Capacity[] {
    const team = people.filter((person) => person.desks.includes(desk));
    const each = team.map((person) => ({
      parts: person.desks.length,
      days: capacityOf(person, farDays, {
        today,
        worked: activityOf(activities, person.userId).workedToday,
      }),
    }));
    return farDays.map((day, index) => ({
      day,
      minutes: each.reduce((sum, one) => sum + (one.days[index]?.minutes ?? 0) / one.parts, 0),
    }));
  }
}

/** Shares of two weeks of work, among people who do the same work: those whose first desk is the same. */
function sharesByDesk({ people, activities }: Situation, today: IsoDate) {
  const found = { people: new Map<string, number>(), desks: new Map<Desk, number>() };
  for (const desk of desks) {
    const team = people.filter((person) => person.desks[0] === desk);
    const { shares, spread } = fairnessOf(
      team.map((person) => ({
        personId: person.userId,
        minutes: activityOf(activities, person.userId).weighted,
        available: minutesOfTwoWeeks(person, today),
      })),
    );
    for (const { personId, share } of shares) found.people.set(personId, share);
    if (spread !== null) found.desks.set(desk, spread);
  }
  return found;
}

function minutesOfTwoWeeks(person: Person, today: IsoDate): number {
  let minutes = 0;
  for (let day = fairnessSince(today); day <= today; day = addDays(day, 1)) minutes += minutesOn(person, day);
  return minutes;
}

export function dueWork(items: readonly OpenItem[]) {
  return items.map(({ due, expected }) => ({ due: due.on, minutes: expected.planned }));
}

function total(items: readonly OpenItem[]): number {
  return items.reduce((sum, { expected }) => sum + expected.planned, 0);
}

function inWholeMinutes({ day, available, planned, needed, over }: DayLoad): DayLoadView {
  return {
    day,
    available: Math.round(available),
    planned: Math.round(planned),
    needed: Math.round(needed),
    over: Math.round(over),
  };
}
