import { expect, test } from 'vitest';
import { type Column, moveTo, nextSort, sortRows } from './grid-model.ts';

interface Row {
  name: string;
  balance: number | null;
}
const columns: Column<Row>[] = [
  { id: 'name', heading: 'Name', width: '1fr', cell: ({ name }) => name, sort: ({ name }) => name },
  { id: 'balance', heading: 'Balance', width: 90, cell: () => '', sort: ({ balance }) => balance },
];
const rows: Row[] = [
  { name: 'visit 10', balance: 500 },
  { name: 'Visit 9', balance: null },
  { name: 'visit 2', balance: 12_000 },
];

test.each([
  { sort: undefined, order: ['visit 10', 'Visit 9', 'visit 2'] },
  { sort: { column: 'name', down: false }, order: ['visit 2', 'Visit 9', 'visit 10'] },
  { sort: { column: 'balance', down: false }, order: ['visit 10', 'visit 2', 'Visit 9'] },
  { sort: { column: 'balance', down: true }, order: ['visit 2', 'visit 10', 'Visit 9'] },
])('numbers sort as numbers, and what is missing comes last: $sort', ({ sort, order }) => {
  expect(sortRows(rows, columns, sort).map(({ name }) => name)).toEqual(order);
});

test('pressing a heading sorts upward, downward, then not at all', () => {
  const up = nextSort(undefined, 'name');
  const down = nextSort(up, 'name');
  expect([up, down, nextSort(down, 'name')]).toEqual([
    { column: 'name', down: false },
    { column: 'name', down: true },
    undefined,
  ]);
});

test.each([
  { key: 'ArrowDown', from: 4, to: 4 },
  { key: 'ArrowUp', from: 0, to: 0 },
  { key: 'PageDown', from: 1, to: 4 },
  { key: 'End', from: 0, to: 4 },
  { key: 'x', from: 0, to: undefined },
])('of five rows, $key in row $from leads to $to', ({ key, from, to }) => {
  expect(moveTo(key, from, 5, 10)).toBe(to);
});
