import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../../../test/processor-time.ts';
import { starterBook } from '../../../../test/starter-book.ts';
import { type EncounterRecord, isoDate, type Suggestion } from '../../model/index.ts';
import { codeRecord } from '../engine.ts';
import { emptyModel, type LearntModel } from './model.ts';
import { phraseReader } from './remembered.ts';
import { rerank } from './rerank.ts';

const book = starterBook();
const recordOf = (text: string, setting: EncounterRecord['setting'] = 'outpatient'): EncounterRecord => ({
  setting,
  date: isoDate('2026-03-15'),
  documents: [{ documentId: 'note', version: 1, kind: 'note', text }],
});
const note = [
  'Assessment:',
  '1. Hypertension, stable.',
  '2. Gout of the right foot.',
  '3. Tight breathing disease, stable.',
  '4. Low back pain.',
].join('\n');

/** What the engine says with a model, and without its order and confidences. */
function suggested(text: string, model: LearntModel, setting?: EncounterRecord['setting']): Suggestion[] {
  const { suggestions } = codeRecord(book, recordOf(text, setting), phraseReader(model));
  return rerank(suggestions, model, book);
}
const codes = (suggestions: readonly Suggestion[]) => suggestions.map(({ code }) => code);
const phrase = (said: string, code: string, accepted: number, rejected = 0): LearntModel => ({
  ...emptyModel,
  phrases: [{ phrase: said, code, accepted, rejected }],
});

describe('a remembered phrase', () => {
  const model = phrase('tight breathing disease', 'J45.909', 12, 1);

  test('brings its code where the record says it, and tells why', () => {
    const found = suggested(note, model).find(({ code }) => code === 'J45.909');
    const start = note.indexOf('Tight');
    expect(found).toMatchObject({
      assertion: 'present',
      evidence: [{ start, end: start + 'Tight breathing disease'.length, quote: 'Tight breathing disease' }],
    });
    expect(found?.path.join('\n')).toContain('accepted 12 of 13 times');
    expect(found?.confidence).toBeGreaterThan(0.8);
    expect(codes(codeRecord(book, recordOf(note)).suggestions)).not.toContain('J45.909');
  });

  test.each([
    'No tight breathing disease.',
    'Possible tight breathing disease.',
    'Tight breathing disease?',
    'Mother has tight breathing disease.',
    'History of tight breathing disease.',
    'Rule out tight breathing disease.',
    'Tight, breathing disease.',
    'Tight 7 breathing disease.',
    'Tight breathing. Disease stable.',
    'Tight breathing diseases everywhere.',
  ])('brings nothing where the record does not say it of the patient, now: %s', (text) => {
    for (const setting of ['outpatient', 'inpatient'] as const)
      expect(codes(suggested(`Assessment:\n${text}`, model, setting))).not.toContain('J45.909');
  });

  test.each(['FH:', 'Allergies:', 'Past medical history:', 'ROS:'])(
    'brings nothing in a section that is not coded: %s',
    (heading) => {
      const text = `${heading}\ntight breathing disease\n\nAssessment:\n1. Hypertension.`;
      expect(codes(suggested(text, model))).toEqual(['I10']);
    },
  );

  test('goes through the same rules: a symptom of a disease that is coded is left out', () => {
    const text = 'Assessment:\n1. Migraine.\n2. Skull hurt.';
    expect(codes(suggested('Assessment:\n1. Skull hurt.', phrase('skull hurt', 'R51.9', 5)))).toEqual([
      'R51.9',
    ]);
    expect(codes(suggested(text, phrase('skull hurt', 'R51.9', 5)))).not.toContain('R51.9');
  });

  test('that is turned down more often brings nothing', () => {
    expect(codes(suggested(note, phrase('tight breathing disease', 'J45.909', 3, 3)))).not.toContain(
      'J45.909',
    );
  });

  test('of a code that the edition does not know brings nothing', () => {
    expect(codes(suggested(note, phrase('tight breathing disease', 'E99.99', 9)))).not.toContain('E99.99');
  });

  test('that the code set leads to the same code leaves the index its path', () => {
    const [first] = suggested('Assessment:\n1. Gout.', phrase('gout', 'M10.9', 9));
    expect(first?.path[0]).not.toContain('Phrase memory');
    expect(first?.path.at(-1)).toBe('Learnt here: “gout” as M10.9 accepted 9 of 9 times');
  });
});

describe('weights', () => {
  const against: LearntModel = {
    ...emptyModel,
    weights: [{ feature: 'category:M10', weight: -5, accepted: 1, rejected: 24 }],
  };

  test('lower the confidence, put the unlikely behind, and say why', () => {
    const plain = codeRecord(book, recordOf(note)).suggestions;
    const now = suggested(note, against);
    expect(codes(now).at(-1)).toMatch(/^M10/);
    expect(codes(plain).at(-1)).not.toMatch(/^M10/);
    expect(now.at(-1)?.path.at(-1)).toMatch(
      /^Learnt here: confidence 0\.\d\d → 0\.\d\d: Codes of category M10 \(accepted 1 of 25 times\)$/,
    );
  });

  test('never move the first-listed proposal', () => {
    const text = 'Assessment:\n1. Gout.\n2. Hypertension.';
    expect(suggested(text, against)[0]).toMatchObject({ code: 'M10.9', primary: true });
  });
});

test('an empty model changes nothing', () => {
  const { suggestions } = codeRecord(book, recordOf(note));
  expect(suggested(note, emptyModel)).toEqual(suggestions);
});

const anyModel: fc.Arbitrary<LearntModel> = fc.record({
  accepted: fc.nat(),
  rejected: fc.nat(),
  weights: fc.array(
    fc.record({
      feature: fc.constantFrom('always', 'category:I10', 'category:M10', 'section:assessment', 'sure:0.8'),
      weight: fc.double({ min: -9, max: 9, noNaN: true }),
      accepted: fc.nat(50),
      rejected: fc.nat(50),
    }),
    { maxLength: 5 },
  ),
  phrases: fc.array(
    fc.record({
      phrase: fc.constantFrom('hypertension', 'gout of the right foot', 'low back pain'),
      code: fc.constantFrom('I10', 'M10.9', 'M54.50'),
      accepted: fc.nat(9),
      rejected: fc.nat(9),
    }),
    { maxLength: 4 },
  ),
});

test('whatever a model holds, the same codes stand on the same words, and nothing else changes', () => {
  const { suggestions } = codeRecord(book, recordOf(note));
  fc.assert(
    fc.property(anyModel, (model) => {
      const now = rerank(suggestions, model, book);
      const kept = ({ confidence: _, path: __, ...rest }: Suggestion) => rest;
      const byCode = (a: Suggestion, b: Suggestion) => (a.code < b.code ? -1 : 1);
      expect([...now].sort(byCode).map(kept)).toEqual([...suggestions].sort(byCode).map(kept));
      for (const one of now) {
        const before = suggestions.find(({ code }) => code === one.code);
        expect(one.path.slice(0, before?.path.length)).toEqual(before?.path);
        expect(one.confidence).toBeGreaterThan(0);
        expect(one.confidence).toBeLessThan(1);
      }
      const lead = suggestions.findIndex(({ primary }) => primary);
      expect(codes(now).slice(0, lead + 1)).toEqual(codes(suggestions).slice(0, lead + 1));
      expect(rerank(suggestions, model, book)).toEqual(now);
    }),
  );
});

test('a megabyte that says a phrase without end takes no more than linear time', () => {
  const model = phrase('tight breathing disease', 'J45.909', 12);
  const timed = (times: number) => {
    const record = recordOf(`Assessment: ${'tight breathing disease '.repeat(times)}`);
    const once = () => {
      const used = processorTime();
      codeRecord(book, record, phraseReader(model));
      return used();
    };
    return Math.min(once(), once()); // what else the machine does only ever adds
  };
  timed(2_000);
  expect(timed(40_000)).toBeLessThan(Math.max(200, timed(10_000)) * 8);
});
