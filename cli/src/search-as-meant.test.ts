import type { CodeBook, CodeHit } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { searchAsMeant, writtenCode } from './search-as-meant.ts';

const codes = new Map([
  ['I10', 'I10'],
  ['E1165', 'E11.65'],
  ['C56', 'C56'],
  ['J1885', 'J1885'],
]);
const lookup = (code: string) => {
  const known = codes.get(code.toUpperCase());
  return known === undefined ? undefined : ({ code: known } as ReturnType<CodeBook['lookup']>);
};

test.each([
  ['i-10', 'I10'],
  ['I 10', 'I10'],
  ['E11 65', 'E11.65'],
  ['e11-65', 'E11.65'],
  ['E11.65', undefined],
  ['C5-6', undefined],
  ['B 12', undefined],
  ['type 2', undefined],
])('%s is the code %s', (text, code) => {
  expect(writtenCode({ lookup }, text)).toBe(code);
});

/** Whole words are found with one score, a half typed one with another. */
function aBook(whole: number, begun: number): CodeBook {
  const hit = (code: string, score: number) => (score > 0 ? [{ code, score } as CodeHit] : []);
  const search: CodeBook['search'] = (text, { partial } = {}) =>
    partial ? hit('begun', begun) : hit(text === 'I10' ? 'I10' : 'whole', whole);
  return { lookup, search } as CodeBook;
}

test.each([
  { text: 'hyper', whole: 0.26, begun: 0.58, code: 'begun' },
  { text: 'bron', whole: 0, begun: 0.7, code: 'begun' },
  { text: 'gout', whole: 1, begun: 1, code: 'whole' },
  { text: 'gouty', whole: 0.7, begun: 0.9, code: 'whole' },
  { text: 'rare words', whole: 0.5, begun: 0.5, code: 'whole' },
  { text: 'nothing', whole: 0, begun: 0, code: undefined },
  { text: 'i-10', whole: 1, begun: 1, code: 'I10' },
])('$text finds $code', ({ text, whole, begun, code }) => {
  expect(searchAsMeant(aBook(whole, begun), text, { partial: true })[0]?.code).toBe(code);
});

test('a text that is not being typed is never read as half a word', () => {
  expect(searchAsMeant(aBook(0.2, 0.9), 'hyper', {})[0]?.code).toBe('whole');
});
