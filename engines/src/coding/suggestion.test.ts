import { describe, expect, test } from 'vitest';
import { starterBook } from '../../../test/starter-book.ts';
import { isoDate, type Setting } from '../model/index.ts';
import { codeRecord } from './index.ts';

function code(text: string, setting: Setting = 'outpatient') {
  const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text }];
  return codeRecord(starterBook(), { setting, date: isoDate('2026-03-01'), documents });
}

test('each span has its section, with the heading as written', () => {
  const { suggestions } = code('A/P:\n- Type 2 diabetes\nCurrent meds: metformin');
  expect(suggestions.map(({ code, section }) => [code, section])).toEqual([
    ['E11.9', { kind: 'assessment', heading: 'A/P' }],
    ['Z79.84', { kind: 'medications', heading: 'Current meds' }],
  ]);
});

describe('what a code might be instead, and what the record would have to state', () => {
  test.each([
    {
      text: 'A: Knee pain',
      code: 'M25.569',
      needs: [
        ['M25.561', ['right side']],
        ['M25.562', ['left side']],
      ],
    },
    { text: 'A: CKD', code: 'N18.9', needs: [['N18.4', ['stage 4 (severe)']]] },
  ])('$text', ({ text, code: wanted, needs }) => {
    const suggestion = code(text).suggestions.find((one) => one.code === wanted);
    const offered = suggestion?.alternatives.map((one) => [one.code, one.needs]);
    for (const need of needs) expect(offered).toContainEqual(need);
    expect(offered?.length).toBeLessThanOrEqual(6);
  });

  test('a code of the same record is no alternative', () => {
    const { suggestions } = code('A: 1. Left knee pain 2. Right knee pain');
    const codes = new Set(suggestions.map(({ code }) => code));
    for (const { alternatives } of suggestions)
      for (const alternative of alternatives) expect(codes).not.toContain(alternative.code);
  });
});

describe('what is not coded is told with its reason', () => {
  test.each([
    { text: 'A: possible gout', assertion: 'uncertain', source: /IV\.H/ },
    { text: 'A: pneumonia was ruled out', assertion: 'negated', source: /IV\.J/ },
    { text: 'HPI: mother has asthma\nA: hypertension', assertion: 'family', source: /I\.C\.21/ },
    { text: 'PMH: gout\nA: hypertension', assertion: 'present', source: /IV\.J/ },
  ])('$text', ({ text, assertion, source }) => {
    const [only, ...others] = code(text).notCoded;
    expect(others).toEqual([]);
    expect(only?.assertion).toBe(assertion);
    expect(only?.source).toMatch(source);
    for (const { start, end, quote } of only?.evidence ?? []) expect(text.slice(start, end)).toBe(quote);
  });

  test('what is coded is not told as not coded', () => {
    expect(code('PMH: gout\nA: gout').notCoded).toEqual([]);
  });

  test('an uncertain diagnosis of a stay is coded, so it is not told', () => {
    expect(code('Discharge diagnosis: probable pneumonia', 'inpatient').notCoded).toEqual([]);
  });
});

describe('present on admission', () => {
  const stay = (course: string, diagnosis: string) =>
    code(`Hospital course: ${course}\nDischarge diagnoses:\n1. Cellulitis\n2. ${diagnosis}`, 'inpatient')
      .suggestions;
  const proposed = (course: string, diagnosis: string) =>
    stay(course, diagnosis).find(({ code }) => /^(?:J18|E11)/.test(code))?.presentOnAdmission;

  test.each([
    {
      course: 'Pneumonia was present on admission.',
      diagnosis: 'Pneumonia',
      indicator: 'Y',
      said: 'present on admission',
    },
    {
      course: 'Developed pneumonia on hospital day 4.',
      diagnosis: 'Pneumonia',
      indicator: 'N',
      said: 'hospital day 4',
    },
    {
      course: 'Admitted with cellulitis. He then had hospital-acquired pneumonia.',
      diagnosis: 'Pneumonia',
      indicator: 'N',
      said: 'hospital-acquired',
    },
    {
      course: 'Unclear whether pneumonia was present on admission.',
      diagnosis: 'Pneumonia',
      indicator: 'U',
      said: 'Unclear whether',
    },
    {
      course: 'Unable to determine whether pneumonia was there.',
      diagnosis: 'Pneumonia',
      indicator: 'W',
      said: 'Unable to determine',
    },
    { course: 'Uneventful.', diagnosis: 'Type 2 diabetes', indicator: 'Y', said: undefined },
    { course: 'Uneventful.', diagnosis: 'Pneumonia', indicator: 'U', said: undefined },
  ])('$course $diagnosis', ({ course, diagnosis, indicator, said }) => {
    const proposal = proposed(course, diagnosis);
    expect([proposal?.indicator, proposal?.evidence[0]?.quote]).toEqual([indicator, said]);
  });

  test('the principal diagnosis was there, and a visit is not asked', () => {
    expect(stay('Uneventful.', 'Pneumonia')[0]?.presentOnAdmission?.indicator).toBe('Y');
    expect(code('A: Pneumonia').suggestions[0]?.presentOnAdmission).toBeUndefined();
  });
});
