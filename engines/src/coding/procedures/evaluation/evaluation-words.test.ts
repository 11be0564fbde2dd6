import { expect, test } from 'vitest';
import { starterBook } from '../../../../../test/starter-book.ts';
import { type EvaluationElement, isoDate } from '../../../model/index.ts';
import { codeRecord } from '../../index.ts';
import { evaluationLevel } from './evaluation-level.ts';

function levelled(text: string, title?: string) {
  const document = { documentId: 'n', version: 1, kind: 'note' as const, text };
  const record = {
    setting: 'outpatient' as const,
    date: isoDate('2026-03-02'),
    documents: [title === undefined ? document : { ...document, title }],
  };
  return { record, diagnoses: codeRecord(starterBook(), record).suggestions };
}

function kindsIn(text: string, area: EvaluationElement['area']) {
  const { record, diagnoses } = levelled(text);
  const { elements } = evaluationLevel(record, { diagnoses });
  return elements.filter((element) => element.area === area).map(({ kind }) => kind);
}

test.each([
  ['Alcohol use disorder, severe, in early remission. No relapses.', ['stable-chronic']],
  ['Severe alcohol use disorder in early remission, not suicidal.', ['stable-chronic']],
  ['Major depressive disorder, relapsed.', ['unstable-chronic']],
  ['Obesity, stable.\n2. Dietary counseling and surveillance', ['stable-chronic']],
  ['Acute on chronic systolic heart failure. Increase furosemide.', ['unstable-chronic']],
  [
    'Acute on chronic systolic heart failure. Admission discussed, stays home; return if worse.',
    ['severe-chronic'],
  ],
  ['COPD exacerbation. Offered hospitalization.', ['severe-chronic']],
])('%s has the problems %j', (assessment, kinds) => {
  expect(kindsIn(`Established patient.\nAssessment:\n1. ${assessment}`, 'problems')).toEqual(kinds);
});

test.each([
  ['Ice cleats for the winter.', []],
  ['Ice and elevation.', ['no-treatment']],
  ['Pain at rest has gone, the rest of the plan stands.', []],
  ['Topical diclofenac to the knee.', ['prescription-drug']],
  ['Rhinitis - fluticasone nasal.', ['prescription-drug']],
  ['Diclofenac gel, over the counter.', ['over-the-counter']],
  ['Hospitalization last year discussed.', []],
])('%s has the risks %j', (plan, kinds) => {
  expect(kindsIn(`Assessment: osteoarthritis of the knee\nPlan: ${plan}`, 'risk')).toEqual(kinds);
});

test('a title tells that the patient is new, and it stays open where the practice knows better', () => {
  const { record } = levelled('Assessment: gout\nPlan: allopurinol 100 mg', 'Office visit, new-patient');
  expect(evaluationLevel(record)).toMatchObject({ patient: 'new', open: [] });
  const known = evaluationLevel(record, { patient: 'established' });
  expect(known.patient).toBe('established');
  expect(known.open.join()).toContain('the note says so');
});
