import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedMinutes } from './expected-minutes.ts';
import { type FinishedWork, learnMinutes, startModel } from './learn-minutes.ts';
import { readStartValues } from './start-values.ts';
import { type WorkFeatures, workKinds } from './work-kind.ts';
import { shipped } from './workload.test-data.ts';

const visit = (part: Partial<WorkFeatures> = {}): WorkFeatures => ({
  kind: 'code-visit',
  specialty: 'cardiology',
  setting: 'outpatient',
  documents: 1,
  pages: 1,
  ...part,
});

const anyWork = fc.record({
  kind: fc.constantFrom(...workKinds),
  specialty: fc.constantFrom('cardiology', 'family medicine', null),
  setting: fc.constantFrom('outpatient' as const, 'inpatient' as const),
  documents: fc.integer({ min: 0, max: 12 }),
  pages: fc.integer({ min: 0, max: 20 }),
});
const anyHistory = fc.array(
  fc
    .tuple(anyWork, fc.double({ min: 0, max: 2000, noNaN: true }))
    .map(([work, minutes]) => ({ ...work, minutes })),
  { maxLength: 60 },
);

test('a practice without history begins with the start values, and says so', () => {
  const { minutes, parts } = expectedMinutes(startModel(shipped), visit({ documents: 4, pages: 3 }));
  expect(minutes).toBe(8 + 3 * 2 + 2 * 2.5);
  expect(parts).toEqual([
    { minutes: 8, because: 'usual (start value)' },
    { minutes: 6, because: 'because of 4 documents' },
    { minutes: 5, because: 'because of 3 pages' },
  ]);
});

test('history of a specialty is told with its name', () => {
  const history = Array.from({ length: 400 }, () => ({ ...visit(), minutes: 12 }));
  const { parts } = expectedMinutes(learnMinutes(shipped, history), visit());
  expect(parts).toEqual([{ minutes: 12, because: 'usual for cardiology, outpatient' }]);
});

describe('laws', () => {
  test('more documents or pages never count as fewer minutes', () => {
    fc.assert(
      fc.property(anyHistory, anyWork, (history, work) => {
        const model = learnMinutes(shipped, history);
        const { minutes } = expectedMinutes(model, work);
        expect(
          expectedMinutes(model, { ...work, documents: work.documents + 1 }).minutes,
        ).toBeGreaterThanOrEqual(minutes);
        expect(expectedMinutes(model, { ...work, pages: work.pages + 1 }).minutes).toBeGreaterThanOrEqual(
          minutes,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('the order of the history does not matter', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        expect(learnMinutes(shipped, history.toReversed())).toEqual(learnMinutes(shipped, history));
      }),
      { numRuns: 60 },
    );
  });

  test('minutes are above zero, the band holds them, and the parts add up', () => {
    fc.assert(
      fc.property(anyHistory, anyWork, (history, work) => {
        const { minutes, low, high, parts } = expectedMinutes(learnMinutes(shipped, history), work);
        expect(minutes).toBeGreaterThan(0);
        expect(low).toBeLessThanOrEqual(minutes);
        expect(high).toBeGreaterThanOrEqual(minutes);
        expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(Math.max(1, Math.round(minutes)));
      }),
      { numRuns: 60 },
    );
  });

  test('one screen that was forgotten over a weekend moves what is usual by less than a quarter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 6, max: 14, noNaN: true }), { minLength: 9, maxLength: 40 }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        (usual, outlier) => {
          const history: FinishedWork[] = usual.map((minutes) => ({ ...visit(), minutes }));
          const without = expectedMinutes(learnMinutes(shipped, history), visit()).minutes;
          const with_ = learnMinutes(shipped, [...history, { ...visit(), minutes: outlier }]);
          expect(Math.abs(expectedMinutes(with_, visit()).minutes - without)).toBeLessThan(without / 4);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['a missing kind', '{"kinds":{}}', 'registration.minutes'],
  [
    'a word for a number',
    JSON.stringify({ kinds: { registration: { minutes: 'six' } } }),
    'registration.minutes',
  ],
])('start values with %s are refused by name', (_, text, place) => {
  expect(() => readStartValues(text)).toThrow(place);
});
