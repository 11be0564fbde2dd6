import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '../../test/shared.ts';
import { Dice } from '../dice.ts';
import { interval } from './interval.ts';
import { f1, judgeNote, judgePhrase, share } from './score.ts';
import type { GoldNote } from './sets.ts';

const note: GoldNote = {
  id: 'n',
  text: '',
  source: 's',
  codes: ['E11.22', 'N18.3*', 'I10|I12.9'],
  optional: ['Z79.*'],
  must_not: ['E11.9'],
};

describe('a note is judged', () => {
  test.each([
    { codes: ['E11.22', 'N18.31', 'I12.9'], met: 3, missed: 0, extra: 0, violations: 0 },
    { codes: ['E11.22', 'E11.22'], met: 1, missed: 2, extra: 0, violations: 0 },
    { codes: ['Z79.4', 'E11.9'], met: 0, missed: 3, extra: 1, violations: 1 },
    { codes: ['I10', 'I12.9', 'R05.9'], met: 1, missed: 2, extra: 1, violations: 0 },
  ])('$codes', ({ codes, ...expected }) => {
    expect(judgeNote(note, codes)).toMatchObject(expected);
  });

  test('by category too: a wrong stage is the right disease', () => {
    expect(judgeNote(note, ['E11.9', 'N18.5'])).toMatchObject({ metCategories: 2, extraCategories: 0 });
  });
});

test('a phrase is judged by the first of its codes among the answers', () => {
  const phrase = { id: 'p', text: '', source: 's', codes: ['M10.9', 'M10.00'] };
  expect(judgePhrase(phrase, ['R52', 'M10.00', 'M10.9'])).toEqual({ source: 's', rank: 1, categoryRank: 1 });
  expect(judgePhrase(phrase, ['M25.50', 'M11.9'])).toEqual({ source: 's', rank: -1, categoryRank: -1 });
});

test('precision, recall and F1 are of all notes together', () => {
  const results = [judgeNote(note, ['E11.22', 'R05.9']), judgeNote(note, ['E11.22', 'N18.30', 'I10'])];
  expect(f1(results)).toEqual({ precision: 4 / 5, recall: 4 / 6, f1: 8 / 11 });
  expect(f1([]).f1).toBe(0);
});

test('an interval holds its figure, is the same again, and narrows with more items', () => {
  const items = (n: number) => Array.from({ length: n }, (_, at) => at % 4 !== 0);
  const right = (some: readonly boolean[]) => share(some, Boolean);
  const [low, high] = interval(items(100), right);
  expect(low).toBeLessThan(0.75);
  expect(high).toBeGreaterThan(0.75);
  expect(interval(items(100), right)).toEqual([low, high]);
  const [closeLow, closeHigh] = interval(items(1600), right);
  expect(closeHigh - closeLow).toBeLessThan((high - low) / 2);
});

const reference = sharedPath('coding-eval', 'score.mjs');

test.skipIf(!existsSync(reference))('the reference scorer counts the same', async () => {
  const { scoreNotes } = await import(pathToFileURL(reference).href);
  const dice = new Dice(5);
  const pool = ['E11.22', 'N18.31', 'N18.4', 'I10', 'I12.9', 'Z79.4', 'E11.9', 'R05.9', 'E11.65'];
  for (let round = 0; round < 200; round++) {
    const codes = pool.filter(() => dice.oneIn(2));
    const all = scoreNotes([note], () => codes).by.ALL;
    const own = judgeNote(note, codes);
    const mine = f1([own]);
    expect([mine.precision, mine.recall, mine.f1]).toEqual([all.full.p, all.full.r, all.full.f1]);
    expect(f1([own], 'category').f1).toBe(all.category.f1);
    expect([own.violations, own.traps]).toEqual([all.mustNotViolations, all.traps]);
  }
});
