import { expect, test } from 'vitest';
import { aCode, aSuggestion } from './coding.test-data.ts';
import type { Coding } from './coding-state.ts';
import { afterRemoval, nextOpen, standing, step } from './cursor.ts';

const coding: Coding = {
  codes: [aCode({ code: 'A' }), aCode({ code: 'B', position: 2 })],
  suggestions: [
    aSuggestion({ code: 'A', decision: 'accepted' }),
    aSuggestion({ code: 'C' }),
    aSuggestion({ code: 'D', decision: 'rejected' }),
    aSuggestion({ code: 'E' }),
  ],
};
const code = (name: string) => ({ list: 'codes', code: name }) as const;
const suggestion = (name: string) => ({ list: 'suggestions', code: name }) as const;

test.each([
  { from: code('B'), by: 1, to: suggestion('A') },
  { from: suggestion('A'), by: -1, to: code('B') },
  { from: code('A'), by: -1, to: code('A') },
  { from: suggestion('E'), by: 1, to: suggestion('E') },
  { from: undefined, by: 1, to: suggestion('C') },
])('from $from.code by $by leads to $to.list $to.code', ({ from, by, to }) => {
  expect(step(coding, from, by)).toEqual(to);
});

test.each([
  { after: 'C', to: 'E' },
  { after: 'E', to: 'C' },
  { after: 'A', to: 'C' },
])('after $after is decided, $to is next', ({ after, to }) => {
  expect(nextOpen(coding, suggestion(after))).toEqual(suggestion(to));
});

test('when all is decided the cursor stays', () => {
  const done = { codes: [], suggestions: [aSuggestion({ code: 'A', decision: 'accepted' })] };
  expect(nextOpen(done, suggestion('A'))).toEqual(suggestion('A'));
});

test('a cursor on a row that is gone stands on the first thing to decide', () => {
  expect(standing(coding, code('X'))).toEqual(suggestion('C'));
  expect(standing({ codes: [], suggestions: [] }, undefined)).toBeUndefined();
});

test('after a code is taken off, its neighbour has the cursor', () => {
  expect(afterRemoval(coding, 'A')).toEqual(code('B'));
  expect(afterRemoval(coding, 'B')).toEqual(code('A'));
  expect(afterRemoval({ codes: [aCode({ code: 'A' })], suggestions: [] }, 'A')).toBeUndefined();
});
