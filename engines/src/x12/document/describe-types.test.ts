import { readFileSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import { guides } from '../guides/index.ts';
import { describeTypes } from './describe-types.ts';
import { transactionsOf, type X12Document } from './document.ts';
import type { Remittance835 } from './types.generated.ts';

test('types.generated.ts is what the guides add up to (else run `npm run x12:types`)', () => {
  expect(describeTypes(guides)).toBe(readFileSync(new URL('types.generated.ts', import.meta.url), 'utf8'));
});

test('the type of a transaction tells its shape', () => {
  const document: X12Document = { interchanges: [] };
  const remits = transactionsOf(document).filter((one) => one.type === '835');
  expectTypeOf(remits).toEqualTypeOf<Remittance835[]>();
  expectTypeOf<Remittance835['payment']['amount']>().toEqualTypeOf<string>();
});
