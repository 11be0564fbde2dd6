import { describe, expect, test } from 'vitest';
import type { CodeBook } from '../model/index.ts';
import { reorder } from './reorder.ts';

/** A code set in which B20.1 is coded after B10.1, and nothing else is said. */
const book = {
  lookup: (code: string) => ({
    notes: code === 'B20.1' ? [{ at: 'B20', codeFirst: ['cause (B10.-)'] }] : [],
  }),
} as unknown as CodeBook;

const list = (...codes: string[]) => codes.map((code, at) => ({ code, primary: at === 0 }));
const wanted = (current: ReturnType<typeof list>, ...codes: string[]) =>
  reorder(
    current,
    codes.flatMap((code) => current.find((one) => one.code === code) ?? []),
    book,
  ).map(({ code }) => code);

describe('another order', () => {
  const current = list('A00.1', 'B10.1', 'B20.1', 'C30.1');

  test('is taken behind the first-listed proposal', () => {
    expect(wanted(current, 'C30.1', 'B10.1', 'A00.1', 'B20.1')).toEqual(['A00.1', 'C30.1', 'B10.1', 'B20.1']);
  });

  test('never puts a code before what has to be coded first', () => {
    expect(wanted(current, 'B20.1', 'C30.1', 'B10.1')).toEqual(['A00.1', 'C30.1', 'B10.1', 'B20.1']);
  });

  test('loses nothing that it does not name, and takes in nothing new', () => {
    expect(wanted(current, 'C30.1')).toEqual(['A00.1', 'C30.1', 'B10.1', 'B20.1']);
    expect(reorder(current, list('Z99.9', 'A00.1'), book)).toEqual(current);
  });

  test('is free where nothing is proposed as first-listed', () => {
    const none = current.map((one) => ({ ...one, primary: false }));
    expect(reorder(none, [...none].reverse(), book).map(({ code }) => code)).toEqual([
      'C30.1',
      'B10.1',
      'B20.1',
      'A00.1',
    ]);
  });
});
