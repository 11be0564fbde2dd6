import { expect, test } from 'vitest';
import { searchRows } from './search-rows.ts';

const hit = (code: string, billable = true) => ({
  code,
  title: `Title of ${code}`,
  billable,
  score: 1,
  path: ['Index: Fracture'],
  missing: [],
  conflicts: [],
});
const children = new Map([
  ['S52.5', [hit('S52.50', false), hit('S52.51', false)]],
  ['S52.50', [hit('S52.501'), hit('S52.502')]],
]);
const shape = (hits: Parameters<typeof searchRows>[0], ...opened: string[]) =>
  searchRows(hits, new Set(opened), children).map(({ code, depth }) => `${'>'.repeat(depth)}${code}`);

test.each([
  { opened: [], rows: ['S52.5', 'I10'] },
  { opened: ['S52.5'], rows: ['S52.5', '>S52.50', '>S52.51', 'I10'] },
  { opened: ['S52.5', 'S52.50'], rows: ['S52.5', '>S52.50', '>>S52.501', '>>S52.502', '>S52.51', 'I10'] },
])('with $opened open the rows are $rows', ({ opened, rows }) => {
  expect(shape([hit('S52.5', false), hit('I10')], ...opened)).toEqual(rows);
});

test('a hit that stands below an opened heading is not repeated', () => {
  expect(shape([hit('S52.5', false), hit('S52.51', false)], 'S52.5')).toEqual([
    'S52.5',
    '>S52.50',
    '>S52.51',
  ]);
});

test('a child tells the way through its heading', () => {
  const rows = searchRows([hit('S52.5', false)], new Set(['S52.5']), children);
  expect(rows[1]?.path).toEqual(['Index: Fracture', 'S52.5 → S52.50']);
});
