import { expect, test } from 'vitest';
import { codesNamedIn, excludesConflicts } from './excludes.ts';

test.each([
  { note: 'type 1 diabetes mellitus (E10.-)', code: 'E10.9', names: true },
  { note: 'type 1 diabetes mellitus (E10.-)', code: 'E11.9', names: false },
  { note: 'gestational diabetes (O24.4-)', code: 'O24.410', names: true },
  { note: 'gestational diabetes (O24.4-)', code: 'O24.011', names: false },
  { note: 'neonatal diabetes mellitus (P70.2)', code: 'P70.2', names: true },
  { note: 'conditions of newborn (P70-P74)', code: 'P72.1', names: true },
  { note: 'conditions of newborn (P70-P74)', code: 'P74.9', names: true },
  { note: 'conditions of newborn (P70-P74)', code: 'P75', names: false },
  { note: 'stage of kidney disease (N18.1-N18.6)', code: 'N18.31', names: true },
  { note: 'stage of kidney disease (N18.1-N18.6)', code: 'N18.9', names: false },
  { note: 'asthma with (J44.-, J45.901)', code: 'J45.901', names: true },
  { note: 'pain NOS (R52)', code: 'R52', names: true },
  { note: 'use of COVID-19 vaccine', code: 'J45.901', names: false },
])('“$note” names $code: $names', ({ note, code, names }) => {
  expect(codesNamedIn(note).some((name) => name(code))).toBe(names);
});

const diabetes = {
  code: 'E11.22',
  notes: [
    { at: 'E11.22', useAdditional: ['code to identify stage (N18.1-N18.6)'] },
    { at: 'E11', excludes1: ['type 1 diabetes mellitus (E10.-)'] },
  ],
};

test('an Excludes1 note above a code is found, with where it stands', () => {
  expect(excludesConflicts([diabetes], ['E11.22', 'N18.31', 'E10.9'])).toEqual([
    { code: 'E11.22', at: 'E11', other: 'E10.9', note: 'type 1 diabetes mellitus (E10.-)' },
  ]);
});

test('other notes, and codes that are not chosen, raise nothing', () => {
  expect(excludesConflicts([diabetes], ['E11.22', 'N18.31'])).toEqual([]);
  expect(excludesConflicts([diabetes], ['E10.9'])).toEqual([]);
});

test('codes that exclude each other are told once', () => {
  const type1 = { code: 'E10.9', notes: [{ at: 'E10', excludes1: ['type 2 diabetes mellitus (E11.-)'] }] };
  expect(excludesConflicts([diabetes, type1], ['E11.22', 'E10.9'])).toHaveLength(1);
});
