import { longDate } from '@superbill/engines/ledger';
import { cents, type Instant, isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { dayText, languages, lessText, momentText, telephone } from './formats.ts';

test.each(['2027-01-01', '2026-02-28', '2027-03-01', '2026-09-30', '2026-12-31'])(
  'the page writes %s as the sentences of the bill do',
  (day) => {
    for (const language of languages)
      expect(dayText(isoDate(day), language)).toBe(longDate(isoDate(day), language));
  },
);

test('a moment is a day and a time', () => {
  const at = new Date(2027, 2, 1, 14, 5).toISOString() as Instant;
  expect(momentText(at, 'en')).toMatch(/^Mar 1, 2027, 2:05\sPM$/);
  expect(momentText(at, 'es')).toMatch(/^1 de marzo de 2027, 2:05\sp\.\s?m\.$/);
});

test.each([
  { amount: 5000, text: '\u2212$50.00' },
  { amount: 0, text: '$0.00' },
  { amount: -300, text: '$3.00' },
])('$amount taken off is written $text', ({ amount, text }) => {
  expect(lessText(cents(amount))).toBe(text);
});

test.each([
  { phone: '(503) 555-0100', address: 'tel:+15035550100' },
  { phone: '5035550100', address: 'tel:+15035550100' },
  { phone: '1-503-555-0100', address: 'tel:15035550100' },
])('$phone is called at $address', ({ phone, address }) => {
  expect(telephone(phone)).toBe(address);
});
