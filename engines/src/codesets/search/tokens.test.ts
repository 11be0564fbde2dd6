import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from './tokens.ts';

test.each([
  ["Crohn's disease", ['Crohn', 'disease']],
  ['HbA1c 6.8%, stable', ['HbA1c', '6.8', 'stable']],
  ['migraine w/o aura', ['migraine', 'w/o', 'aura']],
  ['s/p CABG', ['s/p', 'CABG']],
  ['non-insulin-dependent', ['non', 'insulin', 'dependent']],
  ['lisinopril/hydrochlorothiazide', ['lisinopril', 'hydrochlorothiazide']],
  ['Ménière', ['Ménière']],
])('%s has the words %j', (text, words) => {
  expect(tokenize(text).map((token) => token.text)).toEqual(words);
});

test('a comma, a bracket and a full stop divide groups of words', () => {
  const breaks = tokenize('gout, left knee (acute)').map(({ text, breakBefore }) => [text, breakBefore]);
  expect(breaks).toEqual([
    ['gout', true],
    ['left', true],
    ['knee', false],
    ['acute', true],
  ]);
});

test('every token is the text between its offsets, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { text: word, start, end } of tokenize(text)) expect(text.slice(start, end)).toBe(word);
    }),
  );
});
