import { describe, expect, test } from 'vitest';
import { codesIn, missingInPayer, payerOf, payerValues } from './payer-values.ts';

const whole = { ...payerValues(undefined), name: 'Example Mutual', electronicId: 'EXMP1' };

test.each([
  { text: '70551, 70552;j1885\n70551', codes: ['70551', '70552', 'J1885'] },
  { text: '  ', codes: [] },
])('procedures are read as people paste them: $text', ({ text, codes }) => {
  expect(codesIn(text)).toEqual(codes);
});

describe('a payer', () => {
  test('with a name and an id is enough', () => {
    expect(missingInPayer(whole)).toEqual({});
    expect(payerOf(whole, undefined)).toEqual({
      name: 'Example Mutual',
      electronicId: 'EXMP1',
      claimFilingIndicator: 'CI',
      timelyFilingDays: 180,
      authorizationRequired: [],
    });
  });

  test.each([
    { part: { name: ' ' }, at: 'name' },
    { part: { timelyFilingDays: '0' }, at: 'timelyFilingDays' },
    { part: { timelyFilingDays: '90 days' }, at: 'timelyFilingDays' },
    { part: { claimFilingIndicator: 'C' }, at: 'claimFilingIndicator' },
    { part: { authorizationRequired: '70551 MRI of head' }, at: 'authorizationRequired' },
    { part: { address: { ...whole.address, city: 'Exampleton' } }, at: 'address.line1' },
  ])('is not taken with $part', ({ part, at }) => {
    expect(Object.keys(missingInPayer({ ...whole, ...part }))).toContain(at);
  });
});
