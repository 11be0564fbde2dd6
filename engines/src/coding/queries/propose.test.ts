import { describe, expect, test } from 'vitest';
import { processorTime } from '../../../../test/processor-time.ts';
import { starterBook } from '../../../../test/starter-book.ts';
import { type DocumentKind, isoDate, type Setting } from '../../model/index.ts';
import { clausesOf } from '../clauses.ts';
import { codeRecord } from '../index.ts';
import { sectionsOf } from '../sections.ts';
import { proposeQueries } from './propose.ts';

type Written = readonly [DocumentKind, string];

function asked(setting: Setting, ...texts: (string | Written)[]) {
  const documents = texts.map((one, at) => {
    const [kind, text] = typeof one === 'string' ? (['note', one] as const) : one;
    return { documentId: `d${at}`, version: 1, kind, text };
  });
  return codeRecord(starterBook(), { setting, date: isoDate('2026-03-01'), documents }).queries;
}
const visit = (...texts: (string | Written)[]) =>
  asked('outpatient', ...texts).map(({ question }) => question);
const stay = (...texts: (string | Written)[]) => asked('inpatient', ...texts).map(({ question }) => question);

describe('limits belong to a person', () => {
  test.each([
    { text: '7 yo girl. HR 128, RR 24, WBC 16.8, BP 92/50, Hgb 10.9\nA: otitis media, left ear', asks: 0 },
    { text: '7 yo girl.\nSodium 119 mmol/L (135-145) L\nA: otitis media, left ear', asks: 1 },
    { text: '27F, 30 weeks gestation. Hgb 10.6, Cr 0.5, TSH 4.0\nA: Supervision of pregnancy', asks: 0 },
    { text: '27F, 30 weeks gestation. Hgb 8.1\nA: Supervision of pregnancy', asks: 1 },
    { text: '27F, not pregnant. Hgb 10.6\nA: Migraine', asks: 1 },
    { text: 'T 98.4 F, 44 yo. Na 121\nA: Gout, left foot', asks: 1 },
  ])('$text', ({ text, asks }) => {
    expect(visit(text)).toHaveLength(asks);
  });
});

describe('a physician who has thought of it is not asked', () => {
  test.each([
    'Na 121, hyponatremia from thiazide known\nA: Gout, left foot',
    'Na 121. No hyponatremia on repeat.\nA: Gout, left foot',
    'Na 121, ?SIADH\nA: Gout, left foot',
    'PMH: chronic hyponatremia. Na 121\nA: Gout, left foot',
    'Meds: levothyroxine (hypothyroidism)\nA: Gout, left foot',
    'Eliquis for AF.\nA: Gout, left foot',
  ])('%s', (text) => {
    expect(visit(text)).toEqual([]);
  });

  test('but a relative’s disease says nothing of the patient', () => {
    expect(visit('Na 121. Mother had hyponatremia.\nA: Gout, left foot')).toEqual([
      expect.stringContaining('sodium 121'),
    ]);
  });
});

test('a stay may raise five questions and a visit three, one about each subject', () => {
  const text =
    'Na 119, K 2.6, Ca 13.1, TSH 60, platelets 22, lipase 2200, Cr 4.1, eGFR 14, PHQ-9 22\nFinal diagnosis: Gout, left foot';
  expect(visit(text)).toHaveLength(3);
  expect(stay(text)).toHaveLength(5);
  expect(stay(text).filter((question) => /creatinine|eGFR/.test(question)).length).toBeLessThanOrEqual(1);
});

test('what was answered is not asked again, and nothing else about it', () => {
  const note = 'Cr 4.1, eGFR 14\nA: Gout, left foot';
  const [question = ''] = visit(note);
  expect(question).toContain('creatinine 4.1');
  expect(visit(note, ['addendum', `Question: ${question}\nAnswer: Unable to determine`])).toEqual([]);
});

describe('links are asked about only where they are open', () => {
  test.each([
    { text: 'Final diagnosis: 1. Sepsis 2. Acute kidney injury due to dehydration', asks: 0 },
    { text: 'Final diagnosis: 1. Sepsis 2. Acute kidney injury', asks: 1 },
    {
      text: 'On apixaban. Final diagnosis: 1. Epistaxis due to apixaban 2. Paroxysmal atrial fibrillation',
      asks: 0,
    },
    { text: 'On apixaban. Final diagnosis: 1. Epistaxis 2. Paroxysmal atrial fibrillation', asks: 1 },
    { text: 'Final diagnosis: 1. Type 2 diabetes 2. Polyneuropathy', asks: 0 },
  ])('$text', ({ text, asks }) => {
    expect(asked('inpatient', text).filter(({ trigger }) => trigger === 'link-not-stated')).toHaveLength(
      asks,
    );
  });
});

describe('places that disagree', () => {
  const conflicts = (...texts: (string | Written)[]) =>
    asked('inpatient', ...texts).filter(({ trigger }) => trigger === 'conflict');

  test.each([
    { texts: ['CC: right knee pain\nA: Osteoarthritis of left knee'], asks: 1 },
    { texts: ['CC: right knee pain, left knee fine\nA: Osteoarthritis of right knee'], asks: 0 },
    { texts: ['HPI: pain of both knees\nA: Osteoarthritis of left knee'], asks: 0 },
    { texts: ['HPI: right hip replaced in 2012.\nA: Osteoarthritis of left knee'], asks: 0 },
    { texts: ['A: CKD stage 3a', 'CONSULT\nA: CKD stage 4'], asks: 1 },
    { texts: ['A: CKD stage 4', 'CONSULT\nA: CKD stage 4'], asks: 0 },
    { texts: ['A: Pneumonia', ['report', 'IMPRESSION: No pneumonia.'] as const], asks: 1 },
    { texts: ['A: Pneumonia', ['report', 'IMPRESSION: No pneumothorax.'] as const], asks: 0 },
    {
      texts: ['A: Pneumonia', ['report', 'INDICATION: rule out pneumonia\nIMPRESSION: Pneumonia.'] as const],
      asks: 0,
    },
  ])('$texts', ({ texts, asks }) => {
    expect(conflicts(...texts)).toHaveLength(asks);
  });

  test('both places are quoted', () => {
    const [query] = conflicts('A: CKD stage 3a', 'CONSULT\nA: CKD stage 4');
    expect(query?.evidence.map(({ documentId }) => documentId)).toEqual(['d0', 'd1']);
    expect(query?.options).toContain('Stage 3');
    expect(query?.options).toContain('Stage 4');
  });
});

describe('laws', () => {
  test.each([
    'Na 120 ',
    'Cr 1.0 -> 2.4 , ',
    'BP 188/112 (',
    'K ( ',
    'PHQ - 9 - ',
    'left knee right ',
    'no pneumonia. ',
    'warfarin\n',
    '1234567890',
    'transfused ',
    'weight loss of ',
  ])('a megabyte of %j takes no more than linear time', (piece) => {
    const time = (size: number) => {
      const text = `A: gout\n${piece.repeat(size / piece.length)}`;
      const clauses = sectionsOf(text, 'note').flatMap((section) => clausesOf(text, section));
      const document = { documentId: 'd', version: 1, kind: 'note' as const, text };
      const record = { setting: 'inpatient' as const, date: isoDate('2026-03-01'), documents: [document] };
      const read = [{ document, clauses, mentions: [] }];
      const used = processorTime();
      proposeQueries([], { book: starterBook(), read, record });
      return used();
    };
    time(50_000);
    const small = time(250_000);
    expect(time(1_000_000)).toBeLessThan(small * 12 + 500);
  });
});
