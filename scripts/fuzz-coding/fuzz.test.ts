import { expect, test } from 'vitest';
import { starterBook } from '../../test/starter-book.ts';
import { Dice } from '../dice.ts';
import { brokenLaws } from './laws.ts';
import { textKinds } from './texts.ts';

// A short run of what `npm run fuzz:coding` does at length.

const seed = 20_261_127;

test.each(textKinds)('$name: no law of coding is broken', ({ make }) => {
  const dice = new Dice(seed);
  const broken = [];
  for (let count = 0; count < 12; count++) {
    const text = make(dice, dice.between(1, 1200));
    const setting = dice.oneIn(2) ? 'inpatient' : 'outpatient';
    broken.push(...brokenLaws(starterBook(), text, setting));
  }
  expect(broken).toEqual([]);
});

test('the laws can be broken', () => {
  const book = starterBook();
  const liar = { ...book, edition: book.edition, lookup: () => undefined } as unknown as typeof book;
  Object.setPrototypeOf(liar, book);
  expect(() => brokenLaws(liar, 'A: gout', 'outpatient')).not.toThrow();
  expect(brokenLaws(liar, 'A: gout', 'outpatient')).not.toEqual([]);
});
