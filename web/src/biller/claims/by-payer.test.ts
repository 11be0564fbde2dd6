import { cents } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { byPayer } from './by-payer.ts';

test('claims are counted and added up by payer, the total last', () => {
  const claims = [
    { payerName: 'Northwind Community Plan', chargeCents: cents(10_050) },
    { payerName: 'Cascade Mutual', chargeCents: cents(16_500) },
    { payerName: 'Northwind Community Plan', chargeCents: cents(1) },
  ];
  expect(byPayer(claims)).toEqual([
    { name: 'Cascade Mutual', claims: 1, charges: 16_500 },
    { name: 'Northwind Community Plan', claims: 2, charges: 10_051 },
    { name: 'Total', claims: 3, charges: 26_551 },
  ]);
});
