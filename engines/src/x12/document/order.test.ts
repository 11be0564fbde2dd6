import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, orderOf, type Placed } from './order.ts';

const names = ['referral', 'authorization', 'original', 'unplaced'];
const nameOf = (index: number) => names[index] ?? '';

/** Items of each member, numbered as they come, in the guide's order. */
function placed(sent: readonly number[]): { due: Placed<string>[]; came: string[] } {
  const counts = new Map<number, number>();
  const all = sent.map((index) => {
    const count = (counts.get(index) ?? 0) + 1;
    counts.set(index, count);
    return { index, name: nameOf(index), item: `${nameOf(index)} ${count}` };
  });
  return { due: [...all].sort((a, b) => a.index - b.index), came: all.map(({ item }) => item) };
}

test.each([
  { sent: [], order: undefined },
  { sent: [0, 1, 1, 2], order: undefined },
  { sent: [1, 0], order: ['authorization', 'referral'] },
  { sent: [0, 2, 1], order: ['original', 'authorization'] },
  { sent: [0, 1, 0, 2], order: ['referral', 'authorization', 'referral'] },
])('members that came as $sent are named in their order where it differs', ({ sent, order }) => {
  expect(orderOf(sent, nameOf)).toEqual(order);
});

test('what came in any order is written in that order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 }), { maxLength: 12 }), (sent) => {
      const { due, came } = placed(sent);
      const order = orderOf(sent, nameOf);
      expect(order ? inOrder(due, order) : due.map(({ item }) => item)).toEqual(came);
    }),
  );
});

test('a member added later stands behind those of its name, and one taken away leaves no gap', () => {
  const order = ['authorization', 'referral'];
  expect(inOrder(placed([0, 0, 1, 2]).due, order)).toEqual([
    'authorization 1',
    'referral 1',
    'referral 2',
    'original 1',
  ]);
  expect(inOrder(placed([0, 2]).due, order)).toEqual(['referral 1', 'original 1']);
});
