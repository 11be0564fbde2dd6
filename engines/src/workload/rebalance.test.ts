import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '../model/index.ts';
import { type OwnedWork, proposeMoves, type Worker } from './rebalance.ts';

const monday = isoDate('2027-03-15');
const days = [0, 1, 2, 3, 4].map((count) => addDays(monday, count));
const person = (personId: string, minutes = 360, desks: Worker['desks'] = ['coder']): Worker => ({
  personId,
  desks,
  capacity: days.map((day) => ({ day, minutes })),
});
const item = (itemId: string, ownerId: string, part: Partial<OwnedWork> = {}): OwnedWork => ({
  itemId,
  ownerId,
  desk: 'coder',
  due: monday,
  minutes: 60,
  isOpen: false,
  isHard: false,
  ...part,
});
const several = (count: number, ownerId: string, part: Partial<OwnedWork> = {}) =>
  Array.from({ length: count }, (_, index) => item(`${ownerId}${index}`, ownerId, part));

test('takes from the fullest and gives to whoever has room', () => {
  const { moves, before, after } = proposeMoves([person('a'), person('b')], several(10, 'a'));
  expect(before.get('a')).toBeCloseTo(600 / 360);
  expect(moves.length).toBeGreaterThanOrEqual(4);
  expect(moves.every(({ from, to }) => from === 'a' && to === 'b')).toBe(true);
  expect(Math.max(...after.values())).toBeLessThanOrEqual(1);
});

test('a team that is fine is left alone', () => {
  expect(proposeMoves([person('a'), person('b')], several(4, 'a')).moves).toEqual([]);
});

test('what is open stays, and nobody gets what needs another role or comes while away', () => {
  const work = several(10, 'a', { isOpen: true });
  expect(proposeMoves([person('a'), person('b')], work).moves).toEqual([]);
  expect(proposeMoves([person('a'), person('b', 360, ['biller'])], several(10, 'a')).moves).toEqual([]);
  expect(proposeMoves([person('a'), person('b', 0)], several(10, 'a')).moves).toEqual([]);
});

test('hard items are spread instead of all going to one person', () => {
  const work = [
    ...several(6, 'a', { isHard: true, minutes: 90 }),
    ...several(4, 'b', { minutes: 40 }),
    ...several(4, 'c', { minutes: 40 }),
  ];
  const { moves } = proposeMoves([person('a'), person('b'), person('c')], work);
  expect(new Set(moves.map(({ to }) => to)).size).toBe(2);
});

const anyTeam = fc.record({
  people: fc.array(fc.constantFrom(0, 180, 360), { minLength: 2, maxLength: 5 }),
  work: fc.array(
    fc.record({
      owner: fc.nat(4),
      minutes: fc.integer({ min: 3, max: 120 }),
      due: fc.nat(4),
      isOpen: fc.boolean(),
      isHard: fc.boolean(),
      desk: fc.constantFrom('coder' as const, 'biller' as const),
    }),
    { maxLength: 40 },
  ),
});

test('never fuller at the top, never what is open, never without the role, whatever the order', () => {
  fc.assert(
    fc.property(anyTeam, ({ people, work }) => {
      const team = people.map((minutes, index) =>
        person(`p${index}`, minutes, index % 2 === 0 ? ['coder', 'biller'] : ['coder']),
      );
      const items = work.map(({ owner, due, ...part }, index) =>
        item(`i${String(index).padStart(2, '0')}`, `p${owner % team.length}`, {
          ...part,
          due: days[due] ?? monday,
        }),
      );
      const { moves, before, after } = proposeMoves(team, items);
      expect(Math.max(...after.values())).toBeLessThanOrEqual(Math.max(...before.values()) + 1e-9);
      const byId = new Map(items.map((one) => [one.itemId, one]));
      for (const move of moves) {
        const moved = byId.get(move.itemId);
        expect(moved?.isOpen).toBe(false);
        expect(moved?.ownerId).toBe(move.from);
        expect(team.find(({ personId }) => personId === move.to)?.desks).toContain(moved?.desk);
      }
      expect(new Set(moves.map(({ itemId }) => itemId)).size).toBe(moves.length);
      expect(proposeMoves(team.toReversed(), items.toReversed()).moves).toEqual(moves);
    }),
    { numRuns: 80 },
  );
});
