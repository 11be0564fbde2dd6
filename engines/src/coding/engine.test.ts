import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { starterBook } from '../../../test/starter-book.ts';
import { isoDate, type Setting, type SourceDocument } from '../model/index.ts';
import { codeRecord } from './index.ts';

function code(text: string, setting: Setting = 'outpatient') {
  return codeDocuments([{ documentId: 'note', version: 1, kind: 'note', text }], setting);
}

function codeDocuments(documents: SourceDocument[], setting: Setting = 'outpatient') {
  return codeRecord(starterBook(), { setting, date: isoDate('2026-03-01'), documents });
}

const codesOf = (text: string, setting?: Setting) =>
  code(text, setting).suggestions.map((suggestion) => suggestion.code);

describe('what is assessed is coded, to the billable leaf', () => {
  test.each([
    { text: 'A: 1. Hypertension 2. GERD', codes: ['I10', 'K21.9'] },
    { text: 'HPI: cough and fever for a week.\nAssessment: pneumonia', codes: ['J18.9'] },
    { text: 'Indication: cough\nImpression: Pneumonia.', codes: ['J18.9'] },
    { text: 'A/P:\n- Type 2 diabetes, continue metformin', codes: ['E11.9', 'Z79.84'] },
    { text: 'ECG: atrial fibrillation', codes: ['I48.91'] },
    { text: 'HPI: here for a refill\nAssessment: as above', codes: [] },
  ])('$text', ({ text, codes }) => {
    expect(codesOf(text)).toEqual(codes);
  });
});

describe('what the record does not say of the patient today is not coded', () => {
  test.each([
    'Assessment: no pneumonia',
    'Assessment: possible gout',
    'Assessment: rule out pulmonary embolism',
    'HPI: mother has asthma\nAssessment: well today',
    'HPI: denies depression\nAssessment: well today',
    'Assessment: well\nInstructions: call if migraine returns',
  ])('%s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  test('an uncertain diagnosis is coded for an inpatient stay only', () => {
    const text = 'Discharge diagnosis: probable pneumonia';
    expect(codesOf(text, 'outpatient')).toEqual([]);
    expect(codesOf(text, 'inpatient')).toEqual(['J18.9']);
  });
});

describe('rules of the guidelines', () => {
  test.each([
    {
      text: 'A: 1. Type 2 diabetes 2. CKD stage 4',
      codes: ['E11.22', 'N18.4'],
      rule: 'diabetes with kidney disease',
    },
    {
      text: 'A: 1. Hypertension 2. CKD stage 4',
      codes: ['I12.9', 'N18.4'],
      rule: 'hypertension with kidney disease',
    },
    {
      text: 'A: 1. Hypertension 2. Congestive heart failure',
      codes: ['I11.0', 'I50.9'],
      rule: 'hypertension with heart failure',
    },
    { text: 'A: 1. Pneumonia 2. Cough', codes: ['J18.9'], rule: 'a symptom of a coded disease' },
    {
      text: 'Vitals: BMI 41.2\nA: Morbid obesity',
      codes: ['E66.01', 'Z68.41'],
      rule: 'body mass index with obesity',
    },
  ])('$rule', ({ text, codes }) => {
    expect(codesOf(text)).toEqual(codes);
  });
});

test('each suggestion says where it stands, how it was reached and what applies', () => {
  const { suggestions } = code('A: 1. Left knee osteoarthritis 2. Hypertension');
  const [knee, pressure] = suggestions;
  expect(knee).toMatchObject({ code: 'M17.12', primary: true, assertion: 'present' });
  expect(knee?.evidence).toEqual([
    { documentId: 'note', version: 1, start: 6, end: 30, quote: 'Left knee osteoarthritis' },
  ]);
  expect(knee?.path[0]).toMatch(/^(?:Starter vocabulary|Title): /);
  expect(pressure?.primary).toBe(false);
});

test('several documents make one record', () => {
  const { suggestions } = codeDocuments([
    { documentId: 'a', version: 1, kind: 'note', text: 'A: gout' },
    { documentId: 'b', version: 2, kind: 'addendum', text: 'Assessment: gout; asthma' },
  ]);
  expect(
    suggestions.map(({ code: own, evidence }) => [own, evidence.map(({ documentId }) => documentId)]),
  ).toEqual([
    ['M10.9', ['a', 'b']],
    ['J45.909', ['b']],
  ]);
});

describe('questions to the physician', () => {
  test.each([
    { text: 'Labs: Na 124 (L)\nA: gout', asks: 'sodium 124' },
    { text: 'Potassium was 6.1 today.\nA: gout', asks: 'potassium 6.1' },
    { text: 'HbA1c 9.2%\nA: gout', asks: 'hemoglobin A1c 9.2' },
    { text: 'A: Chronic kidney disease', asks: 'the stage of the kidney disease' },
  ])('$text asks about $asks', ({ text, asks }) => {
    const { queries } = code(text);
    const query = queries.find(({ question }) => question.includes(asks));
    expect(query?.options).toContain('Unable to determine');
    for (const { start, end, quote } of query?.evidence ?? []) expect(text.slice(start, end)).toBe(quote);
  });

  test.each([
    'Labs: Na 140\nA: gout',
    'Labs: Na 124 (L)\nA: hyponatremia',
    'Labs: Na 124 (L), no hyponatremia symptoms\nHPI: hyponatremia improving\nA: gout',
    'A1c 9.2%\nA: type 2 diabetes',
  ])('%s asks nothing about a value', (text) => {
    expect(code(text).queries.filter(({ trigger }) => trigger === 'indicator-without-diagnosis')).toEqual([]);
  });
});

describe('laws', () => {
  const word = fc.constantFrom(
    'A:',
    'no',
    'pneumonia',
    'left',
    'knee',
    'pain,',
    'possible',
    'HTN',
    '\n',
    '1.',
    'DM2;',
    'Na 120',
    '–',
    '“gout”',
  );
  const text = fc
    .array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 40 })
    .map((parts) => parts.join(' '));

  test('spans are exact, for any Unicode text', () => {
    fc.assert(
      fc.property(text, (note) => {
        const { suggestions, queries } = code(note);
        for (const { evidence } of [...suggestions, ...queries]) {
          expect(evidence.length).toBeGreaterThan(0);
          for (const { start, end, quote } of evidence) expect(note.slice(start, end)).toBe(quote);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the same record always has the same answer', () => {
    fc.assert(
      fc.property(text, (note) => {
        expect(code(note)).toEqual(code(note));
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['one word', 'pain '],
    ['no blanks', 'a'],
    ['cues', 'no possible history of '],
    ['list marks', '1. '],
    ['line ends', '\n'],
    ['headings', 'Assessment: '],
    ['commas', 'gout, '],
    ['commas without blanks', 'gout,'],
    ['sentences', 'gout. '],
    ['lines', 'gout\n'],
    ['sides', 'left knee pain right '],
    ['digits', '1234567890'],
    ['marks without width', '\u200b\u202e'],
    ['values', 'Na 120 '],
  ])('a megabyte of %s takes no more than linear time', (_, piece) => {
    const time = (size: number) => {
      const used = processorTime();
      code(`A: ${piece.repeat(Math.ceil(size / piece.length))}`);
      return used();
    };
    time(50_000);
    const small = time(250_000);
    const large = time(1_000_000);
    expect(large).toBeLessThan(small * 12 + 500);
  });
});
