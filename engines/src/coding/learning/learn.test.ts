import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { starterBook } from '../../../../test/starter-book.ts';
import type { Instant } from '../../model/index.ts';
import type { Decision } from './decision.ts';
import { aDecision, decisions } from './decisions.test-data.ts';
import { learn } from './learn.ts';
import { emptyModel, isOffered } from './model.ts';
import { phraseOf } from './phrase.ts';
import { vocabularyOf } from './vocabulary.ts';

const knowsWord = vocabularyOf(starterBook());
const learnt = (from: readonly Decision[]) => learn(from, { knowsWord });

describe('a phrase', () => {
  test('is remembered with the visits that accepted and rejected it', () => {
    const said = { quotes: ['Sugar  Disease'] };
    const { phrases } = learnt([
      ...decisions(12, said),
      ...decisions(1, { ...said, outcome: 'rejected' }, 12),
    ]);
    expect(phrases).toEqual([{ phrase: 'sugar disease', code: 'E11.9', accepted: 12, rejected: 1 }]);
    expect(phrases.map(isOffered)).toEqual([true]);
  });

  test('stays out until two patients said it, however many visits one of them made', () => {
    const said = { quotes: ['sugar disease'], patient: 'the same' };
    expect(learnt(decisions(9, said)).phrases).toEqual([]);
    expect(
      learnt([...decisions(9, said), aDecision(9, { ...said, patient: 'another' })]).phrases,
    ).toHaveLength(1);
  });

  test('counts once for a visit, however often the visit says it', () => {
    const { phrases } = learnt(decisions(2, { quotes: ['sugar disease', 'Sugar disease', 'SUGAR-DISEASE'] }));
    expect(phrases).toMatchObject([{ accepted: 2, rejected: 0 }]);
  });

  test.each([
    { accepted: 7, rejected: 3, offered: true },
    { accepted: 6, rejected: 3, offered: false },
    { accepted: 1, rejected: 0, offered: false },
    { accepted: 0, rejected: 2, offered: false },
  ])('brings its code when it is accepted often enough: %o', ({ offered, ...counts }) => {
    expect(isOffered({ phrase: 'sugar disease', code: 'E11.9', ...counts })).toBe(offered);
  });
});

describe('what is no name of a diagnosis in the words of the code set is not remembered', () => {
  test.each([
    'Mr. Quackenbush',
    'Quackenbush diabetes',
    'diabetes 03/14/2027',
    'diabetes since March',
    'stage 3 kidney disease',
    'diabetes, hypertension',
    'call 503-555-0123',
    'rose@example.com',
    'diabetes\u200bquack',
    'of the',
    'DM',
    '',
    'kidney disease '.repeat(9),
  ])('%s', (quote) => expect(phraseOf(quote, knowsWord)).toBeUndefined());

  test.each([
    ['Sugar disease', 'sugar disease'],
    ["patient's kidney", undefined],
    ['Blood in the  urine', 'blood in the urine'],
    ['Knee-pain', 'knee pain'],
  ])('%s: %s', (quote, phrase) => expect(phraseOf(quote, knowsWord)).toBe(phrase));
});

describe('forgetting', () => {
  const said = decisions(6, { quotes: ['sugar disease'] });

  test('a phrase takes the decisions so far from it, and later ones teach it anew', () => {
    const forgotten = [
      { phrase: 'sugar disease', code: 'E11.9', at: '2027-03-04T10:00:00.000Z' as Instant },
      { phrase: 'sugar disease', code: 'E11.9', at: '2027-03-01T10:00:00.000Z' as Instant },
    ];
    expect(learn(said, { knowsWord, forgotten }).phrases).toMatchObject([{ accepted: 2 }]);
    expect(learn(said.slice(0, 4), { knowsWord, forgotten }).phrases).toEqual([]);
  });

  test('everything leaves the model that no decision makes', () => {
    expect(learn(said, { knowsWord, after: '2027-03-28T23:00:00.000Z' as Instant })).toEqual(emptyModel);
  });
});

describe('weights', () => {
  const offer = (...features: string[]) => ({
    offered: { confidence: 0.8, features: ['always', ...features] },
  });
  const mixed = [
    ...decisions(30, offer('section:assessment')),
    ...decisions(20, { ...offer('section:plan'), outcome: 'rejected' }, 30),
  ];

  test('say which suggestions are accepted more often, and less, than the engine thinks', () => {
    const weights = new Map(learnt(mixed).weights.map((one) => [one.feature, one]));
    expect(weights.get('section:assessment')).toMatchObject({ accepted: 30, rejected: 0 });
    expect(weights.get('section:assessment')?.weight).toBeGreaterThan(0.5);
    expect(weights.get('section:plan')).toMatchObject({ accepted: 0, rejected: 20 });
    expect(weights.get('section:plan')?.weight).toBeLessThan(-2);
  });

  test('need twenty decisions, and four on two patients for each', () => {
    expect(learnt(mixed.slice(0, 19)).weights).toEqual([]);
    const rare = decisions(3, offer('rule:rare'), 60);
    const one = decisions(9, { ...offer('rule:one-patient'), patient: 'the same' }, 70);
    const features = learnt([...mixed, ...rare, ...one]).weights.map(({ feature }) => feature);
    expect(features).not.toContain('rule:rare');
    expect(features).not.toContain('rule:one-patient');
  });

  test('are none where the engine is right already', () => {
    const right = [...decisions(80, offer()), ...decisions(20, { ...offer(), outcome: 'rejected' }, 80)];
    expect(learnt(right).weights).toEqual([]);
  });
});

const anyDecision: fc.Arbitrary<Decision> = fc
  .record({
    visit: fc.nat(40),
    code: fc.constantFrom('E11.9', 'I10', 'M10.9'),
    outcome: fc.constantFrom('accepted' as const, 'rejected' as const),
    quotes: fc.array(
      fc.oneof(
        fc.constantFrom('sugar disease', 'Gout', 'knee pain', 'Quackenbush', 'seen 3/14/2027 by Rose Brown'),
        fc.string({ unit: 'binary', maxLength: 30 }),
      ),
      { maxLength: 3 },
    ),
    confidence: fc.constantFrom(0.4, 0.7, 0.9),
    features: fc.subarray(['always', 'section:plan', 'category:E11', 'missing:laterality']),
  })
  .map(({ visit, confidence, features, ...part }) =>
    aDecision(visit, { ...part, offered: { confidence, features } }),
  );

describe('whatever the decisions', () => {
  const many = fc.array(anyDecision, { minLength: 1, maxLength: 120 });

  test('their order does not matter', () => {
    fc.assert(
      fc.property(many, fc.infiniteStream(fc.nat()), (all, keys) => {
        const shuffled = all
          .map((decision) => ({ decision, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ decision }) => decision);
        expect(learnt(shuffled)).toEqual(learnt(all));
        expect(learnt([...all].reverse())).toEqual(learnt(all));
      }),
      { numRuns: 60 },
    );
  });

  test('no word of a record is in the model but those of phrases that two patients said', () => {
    fc.assert(
      fc.property(many, (all) => {
        const model = learnt(all);
        for (const { phrase } of model.phrases) {
          expect(phrase).toMatch(/^[a-z]+(?: [a-z]+)*$/);
          const said = all.filter(({ quotes }) =>
            quotes.some((quote) => phraseOf(quote, knowsWord) === phrase),
          );
          expect(new Set(said.map(({ patient }) => patient)).size).toBeGreaterThan(1);
        }
        const rest = JSON.stringify({ ...model, phrases: model.phrases.map(({ phrase: _, ...one }) => one) });
        const offered = new Set(all.flatMap(({ offered }) => offered?.features ?? []));
        for (const word of rest.match(/"[^"]*"/g) ?? []) {
          const text = word.slice(1, -1);
          const own = ['accepted', 'rejected', 'weights', 'phrases', 'feature', 'weight', 'code'].includes(
            text,
          );
          expect(own || offered.has(text) || /^[A-Z]\d\w[.\w]*$/.test(text), text).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
