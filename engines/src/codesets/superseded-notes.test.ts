import { expect, test } from 'vitest';
import { isoDate } from '../model/index.ts';
import { withoutSuperseded } from './superseded-notes.ts';

const notes = { excludes1: ['pills instead of it (Z79.84)', 'another thing (O24.4-)'], codeAlso: ['a test'] };

test('insulin and pills are coded together since FY2022, so the older exclusion is not carried over', () => {
  expect(withoutSuperseded('Z79.4', notes, isoDate('2025-10-01'))).toEqual({
    excludes1: ['another thing (O24.4-)'],
    codeAlso: ['a test'],
  });
  expect(withoutSuperseded('Z79.85', { excludes1: ['insulin (Z79.4)'] }, isoDate('2021-10-01'))).toEqual({});
});

test.each([
  ['Z79.4', '2021-01-01'],
  ['Z79.3', '2025-10-01'],
])('the exclusion stays at %s in the edition of %s', (at, from) => {
  expect(withoutSuperseded(at, notes, isoDate(from))).toEqual(notes);
});
