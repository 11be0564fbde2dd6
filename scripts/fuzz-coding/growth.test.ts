import { expect, test } from 'vitest';
import { starterBook } from '../../test/starter-book.ts';
import { growthOf } from './growth.ts';
import { textKinds } from './texts.ts';

// `npm run fuzz:coding` measures the same up to a megabyte.

test('seventy kinds of hostile text are tried', () => {
  expect(new Set(textKinds.map(({ name }) => name)).size).toBeGreaterThanOrEqual(70);
});

test.each(textKinds)('reading $name takes in proportion to its length', (kind) => {
  expect(growthOf(starterBook(), kind, 2 ** 17, 20_261_128)).toMatchObject({ isTooFast: false });
});
