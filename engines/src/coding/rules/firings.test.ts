import { describe, expect, test } from 'vitest';
import { starterBook } from '../../../../test/starter-book.ts';
import { isoDate } from '../../model/index.ts';
import { codeRecord } from '../index.ts';
import { codingRules } from './in-order.ts';

function code(text: string) {
  const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text }];
  return codeRecord(starterBook(), { setting: 'outpatient', date: isoDate('2026-03-01'), documents });
}

describe('every act of a rule is told', () => {
  test.each([
    {
      text: 'A: 1. Pneumonia 2. Cough',
      firing: { rule: 'integral-symptoms', did: 'removed', from: 'R05.9', to: 'J18.9', said: ['Cough'] },
    },
    {
      text: 'A: 1. Type 2 diabetes 2. CKD stage 4',
      firing: {
        rule: 'diabetes-with',
        did: 'moved',
        from: 'E11.9',
        to: 'E11.22',
        said: ['Type 2 diabetes', 'CKD stage 4'],
      },
    },
    {
      text: 'A: Type 2 diabetes\nMeds: metformin',
      firing: { rule: 'long-term-drugs', did: 'added', to: 'Z79.84', said: ['metformin'] },
    },
    {
      text: 'Problem list:\n- Gout\n\nA: Gout',
      firing: { rule: 'problem-lists', did: 'supported', to: 'M10.9', said: ['Gout', 'Gout'] },
    },
  ])('$firing.rule has $firing.did', ({ text, firing }) => {
    const told = code(text).firings.map(({ rule, did, from, to, evidence }) => ({
      rule,
      did,
      ...(from && { from }),
      ...(to && { to }),
      said: evidence.map(({ quote }) => quote),
    }));
    expect(told).toContainEqual(firing);
  });

  test('and each has a source, a title and a reason', () => {
    for (const { source, title, why } of code('Vitals: BMI 41\nA: 1. Pneumonia 2. Cough 3. Morbid obesity')
      .firings)
      for (const told of [source, title, why]) expect(told).not.toBe('');
  });
});

test('a suggestion lists the rules that touched it, also those of the codes it was before', () => {
  const { suggestions } = code('A: 1. Hypertension 2. CKD stage 4');
  expect(suggestions.map(({ code, rules }) => [code, rules])).toEqual([
    ['I12.9', ['hypertension-with']],
    ['N18.4', []],
  ]);
});

test('a rule that finds nothing to do tells nothing', () => {
  expect(code('A: 1. Gout 2. Psoriasis').firings).toEqual([]);
});

test('each rule has a name of its own, a source and a reason', () => {
  expect(new Set(codingRules.map(({ id }) => id)).size).toBe(codingRules.length);
  for (const { source, reason } of codingRules) expect([source, reason]).not.toContain('');
});
