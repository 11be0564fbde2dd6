import type { NotCodedView, RuleFiringView } from '@superbill/contract';
import { expect, test } from 'vitest';
import { firingsBehind, leftOutOf } from './rule-lines.ts';

const told = { source: 'Guidelines', title: 'Invented', why: 'Because.', evidence: [] };
const firings: RuleFiringView[] = [
  { ...told, rule: 'first', did: 'moved', from: 'A', to: 'B' },
  { ...told, rule: 'other', did: 'added', to: 'X' },
  { ...told, rule: 'second', did: 'moved', from: 'B', to: 'C' },
  { ...told, rule: 'drop', did: 'removed', from: 'R', to: 'C' },
  { ...told, rule: 'last', did: 'supported', to: 'C' },
];
const uncertain: NotCodedView = {
  code: 'U',
  title: 'Invented',
  assertion: 'uncertain',
  reason: 'Uncertain.',
  source: 'Guidelines',
  section: { kind: 'assessment', heading: 'A' },
  evidence: [],
};

test('a code has the rules behind it that touched what it was before', () => {
  expect(firingsBehind('C', firings).map(({ rule }) => rule)).toEqual(['first', 'second', 'last']);
  expect(firingsBehind('X', firings).map(({ rule }) => rule)).toEqual(['other']);
  expect(firingsBehind('A', firings)).toEqual([]);
});

test('what a rule left out and what the record does not mean are told once, unless suggested after all', () => {
  const lines = leftOutOf([{ code: 'C' }], firings, [uncertain, { ...uncertain, code: 'R' }]);
  expect(lines.map(({ code, reason }) => [code, reason])).toEqual([
    ['R', 'Because. Here C stands for it.'],
    ['U', 'Uncertain.'],
  ]);
  expect(leftOutOf([{ code: 'R' }, { code: 'U' }], firings, [uncertain])).toEqual([]);
});
