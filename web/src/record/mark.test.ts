import type { Observation } from '@superbill/contract';
import { expect, test } from 'vitest';
import { outOfRange, type RecordMark, spansOf } from './mark.ts';

const note = { id: 'note', version: 2 };

function aMark(mark: Partial<RecordMark> & { version?: number } = {}): RecordMark {
  const { version = 2, ...rest } = mark;
  const evidence = { documentId: 'note', version, start: 0, end: 4, quote: 'gout' };
  return { id: 'M10.9/0', tone: 'suggestion', label: 'M10.9 Gout', evidence, ...rest };
}

function aValue(value: Partial<Observation> = {}): Observation {
  return {
    id: 'v1',
    documentId: 'note',
    documentVersion: 2,
    name: 'eGFR',
    value: 49,
    unit: 'mL/min',
    low: 60,
    high: null,
    start: 10,
    end: 17,
    ...value,
  };
}

test('a mark of another version is not painted', () => {
  expect(spansOf(note, [aMark(), aMark({ id: 'old', version: 1 })], []).map(({ id }) => id)).toEqual([
    'M10.9/0',
  ]);
});

test('words just picked stand over codes, codes over suggestions, and values under all', () => {
  const marks = [aMark(), aMark({ id: 'code', tone: 'code' }), aMark({ id: 'picked', tone: 'chosen' })];
  expect(spansOf(note, marks, [aValue()]).map(({ id }) => id)).toEqual([
    'picked',
    'code',
    'M10.9/0',
    'value v1',
  ]);
});

test.each([
  { value: 49, low: 60, high: null, is: 'low' },
  { value: 60, low: 60, high: null, is: undefined },
  { value: 27, low: 7, high: 20, is: 'high' },
  { value: 20, low: 7, high: 20, is: undefined },
  { value: 5, low: null, high: null, is: undefined },
] as const)('$value between $low and $high is out of range: $is', ({ value, low, high, is }) => {
  expect(outOfRange({ value, low, high })).toBe(is);
});

test('a value out of range says its limit', () => {
  expect(spansOf(note, [], [aValue()])[0]?.label).toBe('eGFR 49 mL/min: below 60');
});
