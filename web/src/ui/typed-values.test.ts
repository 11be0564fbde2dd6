import { cents } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { parseTypedDate, parseTypedMoney, typedMoney } from './typed-values.ts';

test.each([
  { typed: '3/1/1980', date: '1980-03-01' },
  { typed: ' 03-01-1980 ', date: '1980-03-01' },
  { typed: '03011980', date: '1980-03-01' },
  { typed: '1980-03-01', date: '1980-03-01' },
  { typed: '2/29/1981', date: undefined },
  { typed: '3/1/80', date: undefined },
  { typed: '13/1/1980', date: undefined },
])('"$typed" is read as $date', ({ typed, date }) => {
  expect(parseTypedDate(typed)).toBe(date);
});

test.each([
  { typed: '$1,250.5', amount: 125_050 },
  { typed: '20', amount: 2000 },
  { typed: '1,25', amount: undefined },
  { typed: '1.005', amount: undefined },
  { typed: '', amount: undefined },
])('"$typed" is $amount cents', ({ typed, amount }) => {
  expect(parseTypedMoney(typed)).toBe(amount);
});

test('an amount stands in its field with two decimals', () => {
  expect(typedMoney(cents(125_050))).toBe('1250.50');
});
