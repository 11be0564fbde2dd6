import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layout as cms1500, wording } from './cms1500/layout.ts';
import { type Entry, lay } from './entry.ts';
import { cell, grids, paper, toPoints } from './grid.ts';
import { outlinesOf } from './outlines-of.ts';
import { layout as ub04 } from './ub04/layout.ts';
import { typed } from './wording.ts';

const layouts = { cms1500, ub04 } as const;

describe.each(['cms1500', 'ub04'] as const)('the layout of %s', (form) => {
  test('has every field on the grid, and no two fields in one place', () => {
    const taken = new Map<string, string>();
    const faults: string[] = [];
    for (const [field, { row, column, width }] of Object.entries(layouts[form])) {
      const { columns, rows } = grids[form];
      if (row < 1 || row > rows || column < 1 || column + width - 1 > columns) faults.push(`${field} is off`);
      // CONTINUED stands where a total does not.
      if (field === '28.continued') continue;
      for (let at = column; at < column + width; at++) {
        const place = `${row}:${at}`;
        if (taken.has(place)) faults.push(`${field} and ${taken.get(place)}`);
        taken.set(place, field);
      }
    }
    expect(faults).toEqual([]);
  });

  test('has its grid and its proof boxes on the paper', () => {
    const { columns, rows } = grids[form];
    const end = toPoints(form, { column: columns + 1, row: rows + 1 });
    expect(end.x).toBeLessThanOrEqual(paper.width);
    expect(end.y).toBeLessThanOrEqual(paper.height);
    for (const { left, top, right, bottom, label } of outlinesOf(form)) {
      expect(left < right && top < bottom && right <= columns && bottom <= rows, label).toBe(true);
    }
  });

  test('has each field inside a proof box that bears its number', () => {
    const boxes = outlinesOf(form);
    const outside = Object.entries(layouts[form]).filter(
      ([, { row, column, width }]) =>
        !boxes.some(
          ({ left, top, right, bottom }) =>
            left <= column - 0.4 && column + width - 1.4 <= right && top < row && row <= bottom,
        ),
    );
    expect(outside.map(([field]) => field)).toEqual([]);
  });
});

test('ten characters and six lines make an inch', () => {
  expect([cell.width * 10, cell.height * 6]).toEqual([72, 72]);
  // Box 1 of the CMS-1500 begins 1.33 inches down; its crosses are in the second half of it.
  expect(toPoints('cms1500', { column: 4, row: 10 })).toEqual({ x: 3 * 7.2, y: 108 });
  expect(toPoints('ub04', { column: 1, row: 1 })).toEqual({ x: 10.8, y: 12 });
});

const small = {
  a: { row: 1, column: 1, width: 5 },
  b: { row: 2, column: 3, width: 4, align: 'right' },
  'b.cents': { row: 2, column: 7, width: 2 },
} as const;

const anyEntry = fc.record<Entry>({
  field: fc.constantFrom('a', 'b'),
  at: fc.constantFrom('payer.name', 'charge'),
  kind: fc.constantFrom('text', 'code', 'number'),
  text: fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 8 })),
});

test('what is not shown as it was given is said', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const { texts, findings } = lay(small, wording, [entry], 1);
      const { text, lost } = typed(entry.text);
      const isWhole = (texts[0]?.text ?? '') === text && !lost;
      const isNegative = entry.kind === 'number' && text.startsWith('-');
      expect(findings.length > 0).toBe(!isWhole || isNegative);
      expect(findings.every(({ at }) => at === entry.at)).toBe(true);
    }),
  );
});

test('an amount that does not fit is left out whole, cents and all', () => {
  const { texts, findings } = lay(
    small,
    wording,
    [{ field: 'b', at: 'charge', kind: 'amount', text: '12345', cents: '67' }],
    1,
  );
  expect(texts).toEqual([]);
  expect(findings).toMatchObject([{ rule: 'form-number-left-out', severity: 'error', at: 'charge' }]);
});
