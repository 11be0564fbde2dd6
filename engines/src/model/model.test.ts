import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  ageOn,
  allocate,
  cents,
  completeNpi,
  daysBetween,
  formatAmount,
  formatMoney,
  isNpi,
  isoDate,
  parseAmount,
  parseIsoDate,
  percentOf,
  sum,
} from './index.ts';

test.each([
  ['125.5', 12550],
  ['.5', 50],
  ['0', 0],
  ['-0', 0],
  ['-12.34', -1234],
  ['1.', undefined],
  ['1.234', undefined],
  ['1E9', undefined],
  ['', undefined],
  ['-', undefined],
  ['99999999999999', undefined],
])('the amount %s is %s cents', (text, expected) => {
  expect(parseAmount(text)).toBe(expected);
});

test('an amount survives writing and reading', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      (n) => parseAmount(formatAmount(cents(n))) === cents(n),
    ),
  );
});

test('splitting an amount loses no cent and strays from no share by a whole cent', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (n, parts) => {
      fc.pre(parts.some((p) => p > 0));
      const total = parts.reduce((a, b) => a + b, 0);
      const split = allocate(cents(n), parts);
      return sum(split) === n && split.every((part, i) => Math.abs(part - (n * (parts[i] ?? 0)) / total) < 1);
    }),
  );
});

test.each([
  [10000, 20, 2000],
  [1, 50, 1],
  [-1, 50, -1],
  [333, 33.33, 111],
])('%s cents at %s %% are %s cents', (amount, percent, expected) => {
  expect(percentOf(cents(amount), percent)).toBe(expected);
});

test('money for people has separators and two decimals', () => {
  expect([123456789, -300, 5].map((n) => formatMoney(cents(n)))).toEqual([
    '$1,234,567.89',
    '-$3.00',
    '$0.05',
  ]);
});

test.each(['2025-02-30', '2025-13-01', '2025-00-10', '25-01-01', '2100-02-29', ''])(
  '%s is no date',
  (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
  },
);

test('dates move by days over month, leap day and clock changes', () => {
  expect(addDays(isoDate('2024-02-28'), 2)).toBe('2024-03-01');
  expect(daysBetween(isoDate('2026-03-07'), isoDate('2026-03-09'))).toBe(2);
});

test('age counts completed years', () => {
  expect(ageOn(isoDate('2000-03-01'), isoDate('2026-02-28'))).toBe(25);
  expect(ageOn(isoDate('2000-03-01'), isoDate('2026-03-01'))).toBe(26);
});

test('an NPI carries a check digit', () => {
  expect(isNpi('1234567893')).toBe(true); // the example of the CMS check digit paper
  expect(isNpi('1234567894')).toBe(false);
  expect(isNpi(completeNpi('199999999'))).toBe(true);
});
