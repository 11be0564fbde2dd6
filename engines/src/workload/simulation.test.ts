import { expect, test } from 'vitest';
import { simulate } from './simulation.test-data.ts';

const outcomes = Array.from({ length: 20 }, (_, seed) => simulate(seed + 1));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('of the teams that came under water, nine of ten were told at least a day before', () => {
  const overloaded = outcomes.filter(({ overload }) => overload !== null);
  const warned = overloaded.filter(
    ({ overload, alarm }) => alarm !== null && overload !== null && alarm < overload,
  );
  expect(overloaded.length).toBeGreaterThan(5);
  expect(warned.length / overloaded.length).toBeGreaterThanOrEqual(0.9);
});

test('proposals lower the fullest day', () => {
  for (const { peakBefore, peakAfter } of outcomes) {
    expect(peakBefore.length).toBeGreaterThan(0);
    for (const [index, before] of peakBefore.entries()) expect(peakAfter[index]).toBeLessThanOrEqual(before);
    expect(mean(peakAfter)).toBeLessThan(mean(peakBefore));
  }
});

test('what was learnt is nearer to the truth than the start values', () => {
  for (const { startError, learntError } of outcomes) expect(learntError).toBeLessThan(startError);
});
