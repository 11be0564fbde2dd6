import { addDays, daysBetween, type IsoDate, isoDate } from '../model/index.ts';
import { deskAlarms, personAlarms } from './alarms.ts';
import { learnArrivals } from './arrivals.ts';
import { dueOf } from './due.ts';
import { expectedMinutes } from './expected-minutes.ts';
import { forecastDesk } from './forecast.ts';
import { type FinishedWork, learnMinutes, startModel } from './learn-minutes.ts';
import { planDays } from './plan-days.ts';
import { median } from './quantile.ts';
import { proposeMoves } from './rebalance.ts';
import type { WorkFeatures } from './work-kind.ts';
import { daysAhead, isWeekend, weekdayOf } from './working-days.ts';
import { shipped } from './workload.test-data.ts';

/** What one simulated team went through. */
export interface Outcome {
  /** The first evening on which half an hour of work a person or more was late; null when none was. */
  overload: IsoDate | null;
  /** The first morning on which the board raised an alarm for the desk or for a person; null when none did. */
  alarm: IsoDate | null;
  /** The fullest day in the team, on average over the days on which something was moved. */
  peakBefore: number[];
  peakAfter: number[];
  /** Median of how far the expectation was off, as a share of the true minutes. */
  startError: number;
  learntError: number;
}

interface Item extends WorkFeatures {
  id: string;
  since: IsoDate;
  due: IsoDate;
  truth: number;
  ownerId: string;
}

const firstDay = isoDate('2027-03-01');
const team = ['a', 'b', 'c', 'd', 'e', 'f'];
const productive = 360;
/** Half an hour of late work for each person; less is caught up within a morning. */
const underWater = 180;
/** What such visits really take in this practice, which the start values do not know. */
const truths = { cardiology: 13, 'family medicine': 7, orthopedics: 9 } as const;
const specialties = Object.keys(truths) as (keyof typeof truths)[];

/** Six coders over twenty working days, more work than usual, and two of them away on three announced days. */
export function simulate(seed: number): Outcome {
  const dice = diceOf(seed);
  const finished: FinishedWork[] = [];
  const errors: { start: number; learnt: number }[] = [];
  const counts = new Map<IsoDate, number>();
  const usual = 140 + dice() * 20;
  const arrive = (day: IsoDate) =>
    Math.round(usual * (weekdayOf(day) === 1 ? 1.25 : 0.94) * (0.85 + 0.3 * dice()));
  for (let day = addDays(firstDay, -42); day < firstDay; day = addDays(day, 1))
    if (!isWeekend(day)) counts.set(day, arrive(day));
  const outcome: Outcome = {
    overload: null,
    alarm: null,
    peakBefore: [],
    peakAfter: [],
    startError: 0,
    learntError: 0,
  };
  let open: Item[] = [];
  let model = startModel(shipped);
  for (const [index, day] of daysAhead(firstDay, 19, (one) => !isWeekend(one)).entries()) {
    const isAway = (person: string, on: IsoDate) => {
      const known = index >= 7;
      const away = daysBetween(firstDay, on);
      return known && (person === 'a' || person === 'b') && away >= 14 && away <= 16;
    };
    const ahead = daysAhead(day, 5, (one) => !isWeekend(one));
    const capacity = (person: string) =>
      ahead.map((on) => ({ day: on, minutes: isAway(person, on) ? 0 : productive }));
    const count = arrive(day);
    counts.set(day, count);
    for (let number = 0; number < count; number += 1)
      open.push(visit(dice, `${day} ${String(number).padStart(3, '0')}`, day));

    const planned = (item: Item) => expectedMinutes(model, item).planned;
    const proposal = proposeMoves(
      team.map((personId) => ({ personId, desks: ['coder'], capacity: capacity(personId) })),
      open.map((item) => ({
        itemId: item.id,
        ownerId: item.ownerId,
        desk: 'coder',
        due: item.due,
        minutes: planned(item),
        isOpen: false,
        isHard: planned(item) > 20,
      })),
    );
    if (proposal.moves.length > 0) {
      outcome.peakBefore.push(Math.max(...proposal.before.values()));
      outcome.peakAfter.push(Math.max(...proposal.after.values()));
      const to = new Map(proposal.moves.map((move) => [move.itemId, move.to]));
      open = open.map((item) => ({ ...item, ownerId: to.get(item.id) ?? item.ownerId }));
    }
    const forecast = forecastDesk(
      shipped,
      open.map((item) => ({ due: item.due, minutes: planned(item), deviation: 4 })),
      [
        {
          kind: 'code-visit',
          arrivals: learnArrivals(counts, addDays(firstDay, -42), day),
          minutes: model['code-visit'].typical * model['code-visit'].mean,
          deviation: 4,
        },
      ],
      ahead.map((on, at) => ({
        day: on,
        minutes: team.reduce((sum, one) => sum + (capacity(one)[at]?.minutes ?? 0), 0),
      })),
      ahead.length,
    );
    const alarms = [
      ...deskAlarms('coder', forecast.days, 0),
      ...team.flatMap((personId) => {
        const own = open.filter(({ ownerId }) => ownerId === personId);
        const work = own.map((item) => ({ due: item.due, minutes: planned(item) }));
        return personAlarms({ personId, days: planDays(work, capacity(personId)), worked: 0, stretch: 0 });
      }),
    ];
    if (alarms.length > 0 && outcome.overload === null) outcome.alarm ??= day;

    for (const person of team) {
      let left = isAway(person, day) ? 0 : productive;
      for (const item of open
        .filter(({ ownerId }) => ownerId === person)
        .sort((a, b) => (a.due < b.due ? -1 : 1))) {
        if (left < item.truth) break;
        left -= item.truth;
        open = open.filter((one) => one !== item);
        const off = (minutes: number) => Math.abs(minutes - item.truth) / item.truth;
        if (index >= 10)
          errors.push({
            start: off(expectedMinutes(startModel(shipped), item).minutes),
            learnt: off(expectedMinutes(model, item).minutes),
          });
        finished.push({ ...item, minutes: item.truth });
      }
    }
    const late = open.filter(({ due }) => due <= day).reduce((sum, { truth }) => sum + truth, 0);
    if (late > underWater) outcome.overload ??= day;
    model = learnMinutes(shipped, finished);
  }
  outcome.startError = median(errors.map(({ start }) => start));
  outcome.learntError = median(errors.map(({ learnt }) => learnt));
  return outcome;
}

function visit(dice: () => number, id: string, day: IsoDate): Item {
  const specialty = specialties[Math.floor(dice() * specialties.length)] ?? 'cardiology';
  const documents = 1 + Math.floor(dice() ** 3 * 5);
  const pages = 1 + Math.floor(dice() ** 3 * 4);
  // Roughly normal, so that the minutes are spread as such minutes are: a few take very long.
  const normal = dice() + dice() + dice() + dice() - 2;
  const truth = (truths[specialty] + 3 * (documents - 1) + 1.5 * (pages - 1)) * Math.exp(0.5 * normal * 1.7);
  const features = { kind: 'code-visit', specialty, setting: 'outpatient', documents, pages } as const;
  const due = dueOf(shipped, { kind: 'code-visit', since: day, returned: false }).on;
  // Some people are given more than others, as happens.
  const ownerId = team[Math.floor(dice() ** 1.3 * team.length)] ?? 'a';
  return { ...features, id, since: day, due, truth, ownerId };
}

/** Mulberry32: the same numbers for the same seed everywhere. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
