import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '../../../model/index.ts';
import { clausesOf } from '../../clauses.ts';
import { sectionsOf } from '../../sections.ts';
import { readValues } from './read-values.ts';

function read(text: string, kind: DocumentKind = 'note', title?: string) {
  const clauses = sectionsOf(text, kind).flatMap((section) => clausesOf(text, section));
  const document = { documentId: 'd', version: 1, kind, text, ...(title && { title }) };
  return readValues({ document, clauses, mentions: [] });
}

const short = (text: string, kind?: DocumentKind) =>
  read(text, kind).map(({ id, value, isPast, bound }) =>
    [id, bound, Math.round(value * 100) / 100, isPast && 'past'].filter(Boolean).join(' '),
  );

describe('values as records write them', () => {
  test.each([
    ['Na 128 (L)', ['sodium 128']],
    ['K2.9', ['potassium 2.9']],
    ['K+ 2.7, repeat K 3.4', ['potassium 2.7', 'potassium 3.4']],
    ['sodium was 128 this morning', ['sodium 128']],
    ['Sodium 128 mmol/L (136-145) L', ['sodium 128']],
    ['Sodium (mmol/L) 128', ['sodium 128']],
    ['Sodium | 128 | L | 136-145', ['sodium 128']],
    ['Hgb A1c of 9.2%', ['a1c 9.2']],
    ['hemoglobin A1c was elevated at 8 percent', ['a1c 8']],
    ['BUN/Cr 45/2.3', ['bun 45', 'creatinine 2.3']],
    ['AST/ALT 340/280', ['ast 340', 'alt 280']],
    ['creatinine 212 µmol/L', ['creatinine 2.4']],
    ['glucose 18.1 mmol/L', ['glucose 325.8']],
    ['Hb 84 g/L', ['hemoglobin 8.4']],
    ['Platelets 45,000', ['platelets 45']],
    ['plt 45K', ['platelets 45']],
    ['WBC 18,200 /uL', ['wbc 18.2']],
    ['WBC 11.2 10*3/uL (4.0-11.0) H', ['wbc 11.2']],
    ['hs troponin 88 ng/L', ['troponin 0.09']],
    ['NT-proBNP 3480 pg/mL (<450) H', ['nt-probnp 3480']],
    ['25-OH vitamin D 14', ['vitamin-d 14']],
    ['PHQ-9: 18/27, GAD-7 15', ['phq9 18', 'gad7 15']],
    ['T-score -2.8 at the hip', ['t-score -2.8']],
    ['T 102.4 F, HR 118, RR 26', ['temperature 39.11', 'heart-rate 118', 'respiratory-rate 26']],
    ['Temp 38.9 C', ['temperature 38.9']],
    ['BP 188/112 mm Hg', ['systolic 188', 'diastolic 112']],
    ['EF 30-35 %', ['ejection-fraction 30']],
    ['SpO2 84% RA', ['saturation 84']],
    ['sats 82 on room air', ['saturation 82']],
    ['ABG: pH 7.21, pCO2 68, HCO3 26', ['ph 7.21', 'pco2 68', 'bicarbonate 26']],
    ['A1c >14', ['a1c > 14']],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe('several values of one kind, and those of before', () => {
  test.each([
    ['Cr 1.0 → 2.4', ['creatinine 1', 'creatinine 2.4']],
    ['Cr 1.0 -> 1.6 -> 2.4', ['creatinine 1', 'creatinine 1.6', 'creatinine 2.4']],
    ['creatinine 0.9 on admission, 1.7 today', ['creatinine 0.9', 'creatinine 1.7']],
    ['creatinine of 2.1, up from 1.0', ['creatinine 2.1', 'creatinine 1 past']],
    ['Cr 2.4 (baseline 1.0)', ['creatinine 2.4', 'creatinine 1 past']],
    ['baseline Cr 1.8', ['creatinine 1.8 past']],
    ['Hgb dropped from 12.8 to 7.9', ['hemoglobin 12.8 past', 'hemoglobin 7.9']],
    ['A1c 9.9 % 6 months ago', ['a1c 9.9 past']],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  test('a result of another time says so in its title', () => {
    expect(read('Creatinine 0.7 mg/dL', 'result', 'Basic panel, three months before')[0]?.isPast).toBe(true);
  });
});

test('the record’s own range and mark stay with the value', () => {
  expect(read('Potassium 3.2 mmol/L (3.0-4.8)')[0]).toMatchObject({
    value: 3.2,
    low: 3,
    high: 4.8,
    shown: '3.2 mmol/L',
  });
  expect(read('Sodium 119 LL')[0]).toMatchObject({ flag: 'low', critical: true });
  expect(read('TSH 0.02 (L)')[0]).toMatchObject({ flag: 'low' });
  expect(read('LDL: 141 mg/dL (<100) H')[0]).toMatchObject({ high: 100, flag: 'high' });
});

describe('what is no value of the patient today', () => {
  test.each([
    'ran a 10 k, 5 Mg 2 tabs',
    'Nausea 120 times',
    'K 3.5-5.0',
    'Goal A1c < 7, keep K > 4, transfuse if Hgb 6.5',
    'potassium chloride 20 mEq daily, calcium 600 mg, vitamin D 2000 IU, magnesium 400 mg',
    'Cr 3/14/2025',
    'Na at 8:30',
    'sat 2 days ago with her',
    'Phone 503-555-0128, room 120',
    'UA: glucose 500, WBC 40/hpf, pH 7.5',
    'urine sodium 20, urine creatinine 31',
    'CA 125 40, CA 19-9 12',
    'creatinine clearance 45',
    'microalbumin/creatinine ratio 2.5',
    'T4 12, T 12 vertebra',
    'O2 2 L by cannula',
    'Hgb 90210',
    'BP 80/120',
    'Meds: potassium 10, vitamin D 50',
    'FH: mother TSH 40',
    'Instructions: call if glucose 300',
    'x'.repeat(9000),
  ])('%s', (text) => {
    expect(short(text)).toEqual([]);
  });
});

test('a value in another name’s list belongs to the name behind it', () => {
  expect(short('hemoglobin 10.3 g, 53,000 platelets')).toEqual(['hemoglobin 10.3']);
});

test('spans are exact', () => {
  const text = 'Seen “today” – Na 124 mmol/L (135–145) L; Cr 1.0 → 2.4 mg/dL.';
  for (const { start, end, quote } of read(text)) expect(text.slice(start, end)).toBe(quote);
  expect(read(text).map(({ quote }) => quote)).toEqual([
    'Na 124 mmol/L (135–145)',
    'Cr 1.0',
    'Cr 1.0 → 2.4 mg/dL',
  ]);
});
