import { expect, test } from 'vitest';
import { Lexicon } from './lexicon.ts';
import { Sites } from './sites.ts';
import { emptyVocabulary, parseSites } from './vocabulary.ts';

const lexicon = new Lexicon(emptyVocabulary);
const sites = new Sites(
  lexicon,
  parseSites('# a comment\ntoe\tfoot|lower limb\ngreat toe\ttoe|foot\nbad line\n'),
);
const widened = (text: string) =>
  sites.widen(lexicon.words(text)).map((words) => words.map(({ key, fit }) => `${key} ${fit.toFixed(2)}`));

test.each([
  { text: 'gout of toe', is: [[], ['foot 0.80', 'lower 0.15', 'limb 0.74']] },
  { text: 'great toe', is: [['foot 0.74'], ['foot 0.74']] },
  { text: 'headache', is: [[]] },
])('$text: each word may be answered by what it is part of, the farther the less', ({ text, is }) => {
  expect(widened(text)).toEqual(is);
});
