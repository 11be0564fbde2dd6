import { expect, test } from 'vitest';
import { neighbour } from './neighbour.ts';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test.each([
  { from: 'a', by: 1, to: 'b' },
  { from: 'b', by: -1, to: 'a' },
  { from: 'c', by: 1, to: 'c' },
  { from: 'a', by: -1, to: 'a' },
  { from: undefined, by: 1, to: 'a' },
  { from: 'gone', by: -1, to: 'a' },
] as const)('from $from by $by leads to $to', ({ from, by, to }) => {
  expect(neighbour(items, from, by)?.id).toBe(to);
});

test('an empty list has no neighbours', () => {
  expect(neighbour([], 'a', 1)).toBeUndefined();
});
