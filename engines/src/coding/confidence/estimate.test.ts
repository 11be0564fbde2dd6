import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { starterBook } from '../../../../test/starter-book.ts';
import { isoDate } from '../../model/index.ts';
import { codeRecord } from '../index.ts';
import { confidenceOf } from './estimate.ts';
import { type FeatureName, featureNames } from './features.ts';
import fitted from './weights.json' with { type: 'json' };

function confidences(text: string) {
  const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text }];
  const { suggestions } = codeRecord(starterBook(), {
    setting: 'outpatient',
    date: isoDate('2026-03-01'),
    documents,
  });
  return Object.fromEntries(suggestions.map(({ code, confidence }) => [code, confidence]));
}

describe('the model is the logistic one', () => {
  test('of the weights given', () => {
    expect(confidenceOf({ always: 1 }, { always: 0 })).toBe(0.5);
    expect(confidenceOf({ always: 1, unspecified: 0.5 }, { always: 1, unspecified: -2 })).toBe(0.5);
    expect(confidenceOf({ always: 1 }, { always: Math.log(3) })).toBeCloseTo(0.75);
  });

  test('and never certain, whatever the features', () => {
    const features = fc.dictionary(
      fc.constantFrom(...featureNames),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(features, (some) => {
        const confidence = confidenceOf(some);
        return confidence >= 0.02 && confidence <= 0.98;
      }),
    );
  });
});

test('each feature has a weight, and each weight is of a feature', () => {
  expect(Object.keys(fitted.weights).sort()).toEqual([...featureNames].sort());
});

test('a feature that speaks against a code lowers its confidence', () => {
  const least: FeatureName[] = ['unspecified', 'axes not stated', 'next answer nearly as good'];
  for (const name of least)
    expect(confidenceOf({ always: 1, [name]: 1 })).toBeLessThan(confidenceOf({ always: 1 }));
});

test('what is stated whole is surer than what is assumed, and both than what is passed over', () => {
  const whole = confidences('A: Left knee pain')['M25.562'] ?? 0;
  const assumed = confidences('A: Knee pain')['M25.569'] ?? 1;
  expect(whole).toBeGreaterThan(assumed);
  const { I10: passed = 1 } = confidences('HPI: hypertension on lisinopril.\nA: Gout');
  expect(passed).toBeLessThan(assumed);
});
