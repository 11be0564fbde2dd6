import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorTime } from '../../../../../test/processor-time.ts';
import { type EvaluationElement, isoDate, type VisitPlace } from '../../../model/index.ts';
import { evaluationLevel } from './index.ts';
import { levelOf, rank } from './level/index.ts';
import { visitNotes } from './visit-notes.test-data.ts';

const element = (area: EvaluationElement['area'], kind: string, what = kind): EvaluationElement => ({
  area,
  kind,
  what,
  counts: '',
  evidence: [],
});
const problem = (kind: string, what = kind) => element('problems', kind, what);
const tests = (count: number) =>
  Array.from({ length: count }, (_, at) => element('data', 'test', `test ${at}`));
const risk = (kind: string) => element('risk', kind);
const minutes = (count: number): EvaluationElement => ({ ...element('time', 'total-time'), minutes: count });
const office = { date: '2026-03-02', place: 'office' as VisitPlace, patient: 'established' as const };

test.each([
  { elements: [problem('self-limited')], code: '99212' },
  {
    elements: [problem('self-limited', 'a'), problem('self-limited', 'b'), risk('over-the-counter')],
    code: '99213',
  },
  { elements: [problem('stable-chronic'), risk('prescription-drug')], code: '99213' },
  {
    elements: [problem('stable-chronic', 'a'), problem('stable-chronic', 'b'), risk('prescription-drug')],
    code: '99214',
  },
  { elements: [problem('stable-chronic'), ...tests(2), risk('prescription-drug')], code: '99213' },
  { elements: [problem('stable-chronic'), ...tests(3), risk('prescription-drug')], code: '99214' },
  {
    elements: [
      problem('stable-chronic'),
      ...tests(2),
      element('data', 'independent-historian'),
      risk('prescription-drug'),
    ],
    code: '99214',
  },
  {
    elements: [
      problem('acute-uncomplicated'),
      element('data', 'independent-historian'),
      risk('no-treatment'),
    ],
    code: '99213',
  },
  { elements: [problem('threat-to-life'), risk('hospitalization')], code: '99215' },
  { elements: [problem('threat-to-life'), risk('prescription-drug')], code: '99214' },
  {
    elements: [
      problem('unstable-chronic'),
      ...tests(3),
      element('data', 'discussion'),
      risk('hospitalization'),
    ],
    code: '99215',
  },
  { elements: [problem('self-limited'), minutes(9)], code: '99212' },
  { elements: [problem('self-limited'), minutes(19)], code: '99212' },
  { elements: [problem('self-limited'), minutes(20)], code: '99213' },
  { elements: [problem('self-limited'), minutes(30)], code: '99214' },
  { elements: [problem('self-limited'), minutes(40)], code: '99215' },
])('$code for $elements', ({ elements, code }) => {
  expect(levelOf(elements, office).code).toBe(code);
});

test('nothing that was addressed has no level', () => {
  const proposal = levelOf([risk('prescription-drug')], office);
  expect(proposal.code).toBeUndefined();
  expect(proposal.open).toHaveLength(1);
});

test.each([
  ['2020-12-31', 'office', undefined],
  ['2021-01-01', 'office', '99213'],
  ['2022-12-31', 'emergency', undefined],
  ['2023-01-01', 'emergency', '99283'],
  ['2023-01-01', 'hospital-initial', '99221'],
  ['2023-01-01', 'hospital-subsequent', '99231'],
  ['2023-01-01', 'hospital-same-day', '99234'],
] as const)('on %s at %s it is %s', (date, place, code) => {
  const elements = [problem('stable-chronic'), risk('prescription-drug')];
  expect(levelOf(elements, { date, place, patient: 'established' }).code).toBe(code);
});

test('time chooses no emergency visit, and chooses a discharge alone', () => {
  const elements = [problem('self-limited'), minutes(80)];
  expect(levelOf(elements, { ...office, place: 'emergency' })).toMatchObject({ code: '99282', by: 'mdm' });
  expect(levelOf([minutes(30)], { ...office, place: 'hospital-discharge' }).code).toBe('99238');
  expect(levelOf([minutes(31)], { ...office, place: 'hospital-discharge' }).code).toBe('99239');
});

test('the neighbours say what would be needed', () => {
  const { higher, lower } = levelOf(
    [problem('stable-chronic'), ...tests(2), risk('prescription-drug')],
    office,
  );
  expect(higher).toMatch(/^99214: one of problems \(.*\), data \(.*; 2 counted so far\); or 30 minutes/);
  expect(lower).toMatch(/^99212: if two of problems, data, risk were only straightforward$/);
});

const kinds: [EvaluationElement['area'], string][] = [
  ['problems', 'self-limited'],
  ['problems', 'stable-chronic'],
  ['problems', 'undiagnosed-new'],
  ['problems', 'threat-to-life'],
  ['data', 'test'],
  ['data', 'external-note'],
  ['data', 'independent-interpretation'],
  ['data', 'discussion'],
  ['risk', 'over-the-counter'],
  ['risk', 'prescription-drug'],
  ['risk', 'hospitalization'],
];
const anElement = fc.constantFrom(...kinds).map(([area, kind]) => element(area, kind));

test('the order of elements does not matter, and striking one never raises the level', () => {
  fc.assert(
    fc.property(fc.array(anElement, { minLength: 1, maxLength: 12 }), fc.nat(), (elements, at) => {
      const whole = levelOf(elements, office);
      const turned = levelOf(elements.toReversed(), office);
      expect([turned.code, turned.level]).toEqual([whole.code, whole.level]);
      const fewer = levelOf(
        elements.filter((_, place) => place !== at % elements.length),
        office,
      );
      if (fewer.level && whole.level) expect(rank(fewer.level)).toBeLessThanOrEqual(rank(whole.level));
    }),
  );
});

const noted = (text: string) => ({
  setting: 'outpatient' as const,
  date: isoDate('2026-03-02'),
  documents: [{ documentId: 'n', version: 1, kind: 'note' as const, text }],
});

test.each(visitNotes)('spans are exact and nothing counts twice: $text', ({ text }) => {
  const { elements } = evaluationLevel(noted(text));
  for (const { evidence } of elements) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
  }
  const names = elements.map(({ area, kind, what }) => `${area} ${kind} ${what.toLowerCase()}`);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['CBC ordered. CBC reviewed. Complete blood count normal.', ['CBC']],
  ['X-ray left knee and x-ray right wrist ordered today.', ['X-ray knee', 'X-ray wrist']],
  ['If no better, consider MRI. Patient declined colonoscopy and TSH.', []],
  ['EKG personally interpreted by me: sinus rhythm. EKG ordered.', ['EKG']],
])('%s has the data %j', (plan, data) => {
  const { elements } = evaluationLevel(noted(`Assessment: hypertension\nPlan: ${plan}`));
  expect(elements.filter(({ area }) => area === 'data').map(({ what }) => what)).toEqual(data);
});

test.each([
  ['Return to the ED if worse.', []],
  ['No antibiotics needed.', []],
  ['Allergic to amoxicillin.', []],
  ['Admit to hospital.', ['hospitalization']],
  ['Patient admits to drinking.', []],
  ['Start vyntoprine 40 mg daily.', ['prescription-drug']],
  ['Cannot afford insulin.', ['social-determinants']],
])('%s has the risks %j', (plan, risks) => {
  const { elements } = evaluationLevel(noted(`Assessment: hypertension\nPlan: ${plan}`));
  expect(
    elements
      .filter(({ area }) => area === 'risk')
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual([...risks].sort());
});

test('a megabyte takes no longer than its length', () => {
  const timed = (text: string) => {
    const used = processorTime();
    evaluationLevel(noted(text));
    return used();
  };
  for (const unit of [
    'Assessment: HTN. CBC. start lisinopril 10 mg. ',
    'discussed with ',
    'reviewed ',
    'total time 5 min ',
    'chronic ',
    'admit ',
    'a-',
    '5 ',
  ])
    expect(timed(unit.repeat(1_000_000 / unit.length))).toBeLessThan(5_000);
}, 60_000);
