import { describe, expect, test } from 'vitest';
import { isoDate } from '../model/index.ts';
import { deskAlarms, personAlarms } from './alarms.ts';
import { dueOf } from './due.ts';
import { fairnessOf } from './fairness.ts';
import { peakOf, planDays } from './plan-days.ts';
import { addWorkingDays, daysAhead } from './working-days.ts';
import { shipped } from './workload.test-data.ts';

const [monday, tuesday, wednesday] = ['2027-03-15', '2027-03-16', '2027-03-17'].map(isoDate) as [
  ReturnType<typeof isoDate>,
  ReturnType<typeof isoDate>,
  ReturnType<typeof isoDate>,
];
const week = [monday, tuesday, wednesday].map((day) => ({ day, minutes: 360 }));

describe('a plan of days', () => {
  test('what is due later fills what earlier days have left', () => {
    const days = planDays([{ due: wednesday, minutes: 500 }], week);
    expect(days.map(({ planned, over }) => [planned, over])).toEqual([
      [360, 0],
      [140, 0],
      [0, 0],
    ]);
  });

  test('overload is seen on the day it would happen, though every single item fits', () => {
    const work = Array.from({ length: 20 }, () => ({ due: tuesday, minutes: 40 }));
    expect(planDays(work, week).map(({ over }) => over)).toEqual([0, 80, 0]);
    expect(peakOf(work, week)).toBeCloseTo(800 / 720);
  });

  test('what is late already has to be done today', () => {
    expect(planDays([{ due: isoDate('2027-03-01'), minutes: 400 }], week)[0]).toMatchObject({
      needed: 400,
      over: 40,
    });
  });
});

test.each([
  ['Friday', '2027-03-19', 1, '2027-03-22'],
  ['Saturday', '2027-03-20', 1, '2027-03-22'],
  ['Monday', '2027-03-15', 5, '2027-03-22'],
])('working days from %s', (_, from, count, to) => {
  expect(addWorkingDays(isoDate(from), count)).toBe(to);
});

test('a plan leaves out days on which nobody works', () => {
  expect(daysAhead(isoDate('2027-03-19'), 1, (day) => day !== '2027-03-20' && day !== '2027-03-21')).toEqual([
    '2027-03-19',
    '2027-03-22',
  ]);
});

test.each([
  ['some days after it came', false, null, { on: '2027-03-18', because: 'practice' }],
  ['the next day when it came back', true, null, { on: '2027-03-16', because: 'returned' }],
  ['two weeks before the payer’s limit', false, '2027-03-30', { on: '2027-03-16', because: 'filing-limit' }],
  ['at once when that has passed', false, '2027-03-20', { on: '2027-03-15', because: 'filing-limit' }],
])('a visit is due %s', (_, returned, lastDay, due) => {
  const last = lastDay === null ? null : isoDate(lastDay);
  expect(dueOf(shipped, { kind: 'code-visit', since: monday, returned, lastDay: last })).toEqual(due);
});

test('an alarm names the first day that is too full, and a person hears of a long day and a missing break', () => {
  const days = planDays([{ due: tuesday, minutes: 900 }], week);
  expect(deskAlarms('coder', days, 2)).toEqual([
    { kind: 'desk-overload', desk: 'coder', day: tuesday, minutes: 180 },
    { kind: 'past-due', desk: 'coder', day: monday, items: 2 },
  ]);
  const today = planDays([{ due: monday, minutes: 200 }], week);
  expect(
    personAlarms({ personId: 'a', days: today, worked: 350, stretch: 160 }).map(({ kind }) => kind),
  ).toEqual(['long-day', 'no-break']);
  expect(personAlarms({ personId: 'a', days: today, worked: 300, stretch: 90 })).toEqual([]);
});

test('fairness weighs what items usually take, against the time each had', () => {
  expect(
    fairnessOf([
      { personId: 'full', minutes: 300, available: 600 },
      { personId: 'half', minutes: 150, available: 300 },
      { personId: 'away', minutes: 0, available: 0 },
    ]),
  ).toEqual({
    shares: [
      { personId: 'full', share: 1 },
      { personId: 'half', share: 1 },
    ],
    spread: 1,
  });
  expect(fairnessOf([{ personId: 'a', minutes: 0, available: 100 }]).spread).toBeNull();
});
