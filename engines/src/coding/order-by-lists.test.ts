import { expect, test } from 'vitest';
import { starterBook } from '../../../test/starter-book.ts';
import { isoDate } from '../model/index.ts';
import { codeRecord } from './engine.ts';

function firstListed(text: string) {
  const { suggestions } = codeRecord(starterBook(), {
    setting: 'inpatient',
    date: isoDate('2026-03-02'),
    documents: [{ documentId: 'n', version: 1, kind: 'note', text }],
  });
  const occasioned = suggestions
    .filter(({ presentOnAdmission }) => /occasioned/.test(presentOnAdmission?.reason ?? ''))
    .map(({ code }) => code);
  return {
    codes: suggestions.map(({ code }) => code.slice(0, 3)),
    primary: suggestions.findIndex((one) => one.primary),
    occasioned,
  };
}

test.each([
  {
    text: 'Chronic: HTN, hypothyroidism\nDischarge diagnoses:\n1. Pneumonia\n2. Gout',
    codes: ['J18', 'M10', 'I10', 'E03'],
  },
  { text: 'Comorbidities: HTN\n\nFinal diagnosis: Pneumonia', codes: ['J18', 'I10'] },
  { text: 'Secondary diagnoses: HTN\n\nPrincipal diagnosis: Pneumonia', codes: ['J18', 'I10'] },
  { text: 'Chronic: HTN\nDischarge diagnoses:\n1. Pneumonia\n2. HTN\n3. Gout', codes: ['J18', 'I10', 'M10'] },
  { text: 'Chronic: HTN\nDischarge diagnoses:\n1. HTN\n2. Gout', codes: ['I10', 'M10'] },
  { text: 'Chronic: HTN\nAssessment:\n1. Pneumonia', codes: ['I10', 'J18'] },
])('$text begins with $codes.0', ({ text, codes }) => {
  expect(firstListed(text)).toMatchObject({ codes, primary: 0 });
});

test('only the principal diagnosis is told to have occasioned the admission', () => {
  const { occasioned } = firstListed(
    'Chronic: gout\nDischarge diagnoses:\n1. Pneumonia\n2. Cellulitis of left leg',
  );
  expect(occasioned.map((code) => code.slice(0, 3))).toEqual(['J18']);
});
