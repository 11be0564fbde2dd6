import { describe, expect, test } from 'vitest';
import { starterBook } from '../../../test/starter-book.ts';
import { type DocumentKind, isoDate, type SourceDocument } from '../model/index.ts';
import { codeRecord } from './index.ts';

function record(...documents: { kind?: DocumentKind; text: string }[]) {
  return codeRecord(starterBook(), {
    setting: 'outpatient',
    date: isoDate('2026-03-01'),
    documents: documents.map(
      ({ kind = 'note', text }, at): SourceDocument => ({ documentId: `d${at}`, version: 1, kind, text }),
    ),
  });
}

const codesOf = (...documents: { kind?: DocumentKind; text: string }[]) =>
  record(...documents).suggestions.map(({ code }) => code);
const codesIn = (text: string) => codesOf({ text });

describe('an assessment is found however it is headed, and what stands before it is not coded', () => {
  test.each([
    {
      text: 'Cough x 3 d, fever, HA.\nROS neg. PMH asthma, gout.\nA/P bronchitis, acute. Fluids.',
      codes: ['J20.9'],
    },
    { text: 'sore throat 2 d, mom has migraine\nIMP: strep pharyngitis', codes: ['J02.0'] },
    { text: 'HPI: knee pain, back pain\nImpression / Plan:\n1) GERD, cont omeprazole', codes: ['K21.9'] },
    { text: 'Dizzy last week. PMH HTN, gout. PSH appy. FH DM.\nDx: vertigo', codes: ['R42'] },
    {
      text: 'HISTORY.\nChest pain in May.\n\nASSESSMENT.\nAsthma, mild intermittent,\nwell controlled.',
      codes: ['J45.20'],
    },
    {
      text: 'She has had headaches. My impression is as follows. First, gout, on allopurinol, which I continue. Second, hypothyroidism, stable.',
      codes: ['M10.9', 'E03.9'],
    },
    {
      text: 'Heel pain, tender at the tubercle. Mother has gout. My impression is plantar fasciitis. Night splint.',
      codes: ['M72.2'],
    },
    {
      text: 'Meds OCP. Allergies - PCN, rash.\nA/P acute cystitis, w/ hematuria, started macrobid',
      codes: ['N30.01'],
    },
  ])('$text', ({ text, codes }) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('what is denied, asked, doubted or another’s is not coded', () => {
  test.each([
    'A/P: neg STI panel, no sx of pyelo',
    'hx of gout? no, that was her uncle\nA: well today',
    'A: 1. R/o pneumonia: film clear, cough gone',
    'A: CKD? creatinine one value only',
    'A: migraine was considered and is not supported',
    'A: the findings argue against gout',
    'A: TIA and syncope are less likely',
    'A: "diabetes": A1c normal, never treated',
    'A: labs argue for nothing, ?gout',
    'A: ER for confusion, vomiting, seizure',
    'A: Increase lisinopril. Hearing aids both ears, pad the bed.',
    'Plan: CMP today, RTC 10 d suture removal',
  ])('%s', (text) => {
    expect(codesIn(text)).toEqual([]);
  });
});

test('what an allergy did is no disease of today', () => {
  expect(codesIn('PCN allergy - rash as baby; took cephalexin\nseen today by phone')).toEqual(['Z88.0']);
});

describe('a list that is kept says what was once true', () => {
  test('its entries alone state nothing about a visit', () => {
    expect(
      codesOf({ text: 'A: gout' }, { kind: 'problem-list', text: 'Asthma\nPneumonia\nHypokalemia' }),
    ).toEqual(['M10.9']);
    expect(codesOf({ kind: 'problem-list', text: 'Asthma\nGout' })).toEqual([]);
  });

  test('it adds evidence and the detail that the assessment leaves open', () => {
    const { suggestions } = record(
      { text: 'A: 1. CKD, recheck in May 2. Gout' },
      { kind: 'problem-list', text: 'Chronic kidney disease, stage 4\nGout' },
    );
    expect(
      suggestions.map(({ code, evidence }) => [code, evidence.map(({ documentId }) => documentId)]),
    ).toEqual([
      ['N18.4', ['d0', 'd1']],
      ['M10.9', ['d0', 'd1']],
    ]);
  });

  test('carried forward in a note it is no assessment', () => {
    const text = 'ACTIVE PROBLEM LIST (carried forward)\n1. Pneumonia\n2. Hypokalemia\n\nASSESSMENT\n1. Gout';
    expect(codesIn(text)).toEqual(['M10.9']);
  });

  test('where a note has nothing else it is read', () => {
    expect(codesIn('Active problems:\n1. Gout\n2. Asthma')).toEqual(['M10.9', 'J45.909']);
  });
});

describe('reports support what the provider concludes', () => {
  const report = { kind: 'report' as const, text: 'IMPRESSION:\n1. Gout.\n2. Kidney stone.' };

  test('and add nothing to an assessment but evidence', () => {
    const { suggestions } = record({ text: 'A: gout' }, report);
    expect(suggestions.map(({ code, evidence }) => [code, evidence.length])).toEqual([['M10.9', 2]]);
  });

  test('but speak where a note concludes nothing', () => {
    expect(codesOf({ text: 'Here for the scan only.' }, report)).toEqual(['M10.9', 'N20.0']);
  });
});

test('an answer to a question is the provider’s statement, the question is not', () => {
  const codes = codesOf(
    { text: 'A: 1. Anemia 2. Gout' },
    {
      kind: 'addendum',
      text: 'Question: Is it iron deficiency or thalassemia?\nAnswer: Iron deficiency anemia due to chronic blood loss',
    },
  );
  expect(codes).toEqual(['M10.9', 'D50.0']);
});

describe('rules for what untidy notes say in passing', () => {
  test.each([
    { rule: 'remission', text: 'A: alcohol use disorder, moderate, in early remission', codes: ['F10.21'] },
    { rule: 'vaccine given', text: 'A:\n1. Gout\n2. Tdap given R deltoid', codes: ['M10.9', 'Z23'] },
    { rule: 'vaccine declined', text: 'A:\n1. Gout\n2. Flu shot declined', codes: ['M10.9', 'Z28.21'] },
    { rule: 'vaccine spoken of', text: 'A:\n1. Gout\n2. RZV in 6 mo', codes: ['M10.9'] },
    { rule: 'well child', text: 'a/p\nwell 6 yr old, growing\nflu shot today', codes: ['Z00.129', 'Z23'] },
    {
      rule: 'annual visit with findings',
      text: 'A:\n1. Annual physical w/ abnormal findings\n2. Hyperlipidemia',
      codes: ['Z00.01', 'E78.5'],
    },
    { rule: 'pump', text: 'A: T1DM w/ hyperglycemia, on pump', codes: ['E10.65', 'Z96.41'] },
    { rule: 'prostate with nocturia', text: 'A: BPH w/ nocturia, stable', codes: ['N40.1', 'R35.1'] },
    {
      rule: 'smoker of cigarettes',
      text: 'SH: 1 ppd cigarettes\nA: tobacco use disorder, advised',
      codes: ['F17.210'],
    },
    { rule: 'thyroid removed', text: 'A: hypothyroidism after thyroidectomy', codes: ['E89.0'] },
    { rule: 'shorter name again', text: 'A:\n1. Flexural eczema\n2. Eczema, see above', codes: ['L20.82'] },
    { rule: 'pregnancy', text: '20 wk IUP, prenatal visit\nA: 1. GBS carrier', codes: ['O99.820', 'Z3A.20'] },
    {
      rule: 'hypertension of the history',
      text: 'PMH: HTN, gout\nA: CHF, more furosemide',
      codes: ['I11.0', 'I50.9'],
    },
    {
      rule: 'established and treated',
      text: 'She has hypothyroidism, which she takes levothyroxine for.\nA: carpal tunnel syndrome, right',
      codes: ['G56.01', 'E03.9'],
    },
    {
      rule: 'biologic',
      text: 'On infliximab since 2020.\nA: ulcerative pancolitis, in remission',
      codes: ['K51.00', 'Z79.620'],
    },
  ])('$rule: $text', ({ text, codes }) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

test('what an assessment passes over is suggested last, with little confidence', () => {
  const { suggestions } = record({
    text: 'Former smoker, quit 2014.\nA: 1. COPD 2. Gout',
  });
  expect(suggestions.map(({ code, confidence }) => [code, confidence > 0.5])).toEqual([
    ['J44.9', true],
    ['M10.9', true],
    ['Z87.891', false],
  ]);
});

describe('questions to the physician', () => {
  test('creatinine and filtration rate raise one question', () => {
    const { queries } = record(
      { text: 'A: gout' },
      { kind: 'result', text: 'Creatinine 2.1 mg/dL\neGFR 33 mL/min' },
    );
    expect(queries.map(({ options }) => options.length)).toEqual([5]);
  });

  test('an anemia without its kind is asked about with the results, naming several', () => {
    const { queries } = record(
      { text: 'A: anemia' },
      { kind: 'result', text: 'Hemoglobin 9.0 g/dL (12-16) L\nMCV 70 fL (80-100) L' },
    );
    expect(queries[0]?.question).toContain('hemoglobin 9 g/dL (reference in the record 12–16) and MCV 70 fL');
    expect(queries[0]?.options).toContain('Unable to determine');
  });

  test('no more than three, the dangerous value first', () => {
    const { queries } = record(
      { text: 'A: 1. CHF 2. CKD 3. Left or right knee osteoarthritis' },
      {
        kind: 'result',
        text: 'Potassium 6.4 mmol/L (3.5-5.1) H\nHemoglobin A1c 9.0 % (4-5.6) H\nVitamin D 12 ng/mL (30-100) L',
      },
    );
    expect(queries).toHaveLength(3);
    expect(queries[0]?.question).toContain('potassium 6.4');
  });
});
