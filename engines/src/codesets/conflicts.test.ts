import { expect, test } from 'vitest';
import type { CodeEntry, PlacedNotes } from '../model/index.ts';
import { conflictsOf } from './conflicts.ts';

const entry = (code: string, notes: PlacedNotes[]): CodeEntry => ({
  system: 'icd10cm',
  code,
  title: `Title of ${code}`,
  billable: true,
  edition: 'FY2026',
  parents: [],
  notes,
});
const entries = new Map(
  [
    entry('E10.9', [{ at: 'E10', excludes1: ['another kind of sugar (E11.-)', 'a third (E08-E09)'] }]),
    entry('E11.9', [{ at: 'E11', excludes2: ['something beside it (I10)'] }]),
    entry('I10', []),
    entry('R05.9', [{ at: 'R05', excludes1: ['cough of smokers (J41.0)'] }]),
  ].map((one) => [one.code, one]),
);
const lookup = (code: string) => entries.get(code);

test.each([
  { code: 'E10.9', chosen: ['E11.9'], says: [['E11.9', 'E10']] },
  { code: 'E11.9', chosen: ['E10.9'], says: [['E10.9', 'E10']] },
  {
    code: 'E10.9',
    chosen: ['E08.9', 'I10', 'E11.9'],
    says: [
      ['E08.9', 'E10'],
      ['E11.9', 'E10'],
    ],
  },
  { code: 'E11.9', chosen: ['I10'], says: [] },
  { code: 'E10.9', chosen: ['E10.9'], says: [] },
  { code: 'J41.0', chosen: ['R05.9'], says: [['R05.9', 'R05']] },
  { code: 'I10', chosen: [], says: [] },
])('$code beside $chosen is kept apart from $says', ({ code, chosen, says }) => {
  expect(conflictsOf(code, chosen, lookup).map(({ with: other, at }) => [other, at])).toEqual(says);
});

test('the note is told as it is printed', () => {
  expect(conflictsOf('E11.9', ['E10.9'], lookup)[0]?.note).toBe('another kind of sugar (E11.-)');
});
