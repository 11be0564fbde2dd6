import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, cents, isoDate } from '../model/index.ts';
import { type Fee, overlaps, priceOf } from './fee-schedule.ts';

const jan = isoDate('2027-01-01');

function aFee(part: Partial<Fee> = {}): Fee {
  return { procedure: '99213', modifiers: [], price: cents(15000), from: jan, ...part };
}

const schedule = {
  name: 'Standard',
  fees: [
    aFee({ price: cents(14000), from: isoDate('2026-01-01'), to: isoDate('2026-12-31') }),
    aFee(),
    aFee({ modifiers: ['26'], price: cents(6000) }),
    aFee({ modifiers: ['26', 'GT'], price: cents(5500) }),
  ],
};

test.each([
  { date: '2025-12-31', modifiers: [], price: undefined },
  { date: '2026-01-01', modifiers: [], price: 14000 },
  { date: '2026-12-31', modifiers: [], price: 14000 },
  { date: '2027-01-01', modifiers: [], price: 15000 },
  { date: '2027-06-01', modifiers: ['25'], price: 15000 },
  { date: '2027-06-01', modifiers: ['59', '26'], price: 6000 },
  { date: '2027-06-01', modifiers: ['GT', '26'], price: 5500 },
])('on $date with modifiers $modifiers the price is $price', ({ date, modifiers, price }) => {
  expect(priceOf(schedule, '99213', modifiers, isoDate(date))).toBe(price);
});

test('a procedure that is not in the schedule has no price', () => {
  expect(priceOf(schedule, '99499', [], jan)).toBeUndefined();
});

test.each([
  { name: 'end and start on neighbouring days', second: aFee({ from: isoDate('2027-02-01') }), found: 0 },
  { name: 'share one day', second: aFee({ from: isoDate('2027-01-31') }), found: 1 },
  { name: 'have other modifiers', second: aFee({ modifiers: ['TC'] }), found: 0 },
])('two fees that $name overlap $found times', ({ second, found }) => {
  const fees = [aFee({ to: isoDate('2027-01-31') }), second];
  expect(overlaps({ name: 'Standard', fees })).toHaveLength(found);
  expect(overlaps({ name: 'Standard', fees: fees.toReversed() })).toHaveLength(found);
});

test('a schedule without overlap never has two prices on one day', () => {
  const fee = fc
    .tuple(fc.nat(60), fc.option(fc.nat(30), { nil: undefined }))
    .map(([start, length]) =>
      aFee({ from: addDays(jan, start), ...(length !== undefined && { to: addDays(jan, start + length) }) }),
    );
  fc.assert(
    fc.property(fc.array(fee, { maxLength: 5 }), (fees) => {
      const days = Array.from({ length: 100 }, (_, i) => addDays(jan, i));
      const crowded = days.some(
        (day) => fees.filter((f) => f.from <= day && (f.to === undefined || day <= f.to)).length > 1,
      );
      return crowded === overlaps({ name: 'Standard', fees }).length > 0;
    }),
  );
});
