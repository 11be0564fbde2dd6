import { addDays, isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { scheduledName, toRemove } from './keep.ts';

const first = isoDate('2026-01-01');
const daily = (days: number) =>
  Array.from({ length: days }, (_, day) => scheduledName(`${addDays(first, day)}T02:00:00.000Z`));

test.each([
  [1, 1],
  [7, 7],
  [8, 7], // the eighth day back is the newest of no week and no month
  [400, 7 + 2 + 10], // two of the weeks and two of the months end in the last seven days
])('of daily backups over %i days %i are kept', (days, kept) => {
  const names = daily(days);
  expect(names.length - toRemove(names).length).toBe(kept);
});

test('the newest seven days are kept whatever their order, and a second one of a day gives way to the later', () => {
  const names = daily(30);
  const twice = scheduledName('2026-01-30T01:00:00.000Z');
  const removed = toRemove([twice, ...names].reverse());
  expect(removed).toContain(twice);
  for (const name of names.slice(-7)) expect(removed).not.toContain(name);
});

test('removing day by day ends with the same files as removing once', () => {
  let lying: string[] = [];
  for (const name of daily(400)) {
    lying.push(name);
    const removed = new Set(toRemove(lying));
    lying = lying.filter((each) => !removed.has(each));
  }
  expect(lying.length).toBeGreaterThanOrEqual(7 + 3 + 8);
  expect(lying.slice(-7)).toEqual(daily(400).slice(-7));
});

test('no other file is ever removed', () => {
  expect(toRemove(['before-upgrade.backup', 'superbill.txt', 'superbill-2020-01-01.backup'])).toEqual([]);
});
