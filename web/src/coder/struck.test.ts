import type { EvaluationElementView } from '@superbill/contract';
import { expect, test } from 'vitest';
import { placesOf } from './struck.ts';

function anElement(part: Partial<EvaluationElementView> = {}): EvaluationElementView {
  return {
    area: 'risk',
    kind: 'prescription-drug',
    what: 'lisinopril',
    counts: 'prescription drug management',
    evidence: [{ documentId: 'n1', version: 2, start: 40, end: 50, quote: 'lisinopril' }],
    ...part,
  };
}

test('an element is named by where it stands, never by what it says', () => {
  expect(placesOf([anElement()])).toEqual(['risk n1.2 40-50 0']);
});

test('elements on the same words have names of their own', () => {
  const places = placesOf([
    anElement(),
    anElement({ kind: 'toxicity-monitoring' }),
    anElement({ area: 'data' }),
  ]);
  expect(new Set(places).size).toBe(3);
});
