import { describe, expect, test } from 'vitest';
import { addDays } from '../model/index.ts';
import {
  cashOf,
  firstDay,
  firstTold,
  lookedAtDays,
  quietDays,
  simulateCoder,
  simulatePractice,
  type Theft,
  thefts,
} from './practice.test-data.ts';
import { alertFrom, watchCoder, watchMoney } from './watch.ts';

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

/** The day on which each run first told something, as `caught of runs, median day`. */
function report(name: string, days: (number | undefined)[]): number {
  const told = days.filter((day) => day !== undefined).sort((a, b) => a - b);
  const median = told[Math.floor(told.length / 2)];
  rows.push({
    who: name,
    told: `${told.length} of ${days.length}`,
    'median day': median ?? '',
    last: told.at(-1) ?? '',
  });
  return told.length;
}

const rows: Record<string, string | number>[] = [];

function toldInPractice(seed: number, theft?: Theft) {
  const { acts } = simulatePractice(seed, theft);
  return firstTold((today) => watchMoney(acts, today).isAlert);
}

function toldOfCoder(seed: number, tired: boolean) {
  const acts = simulateCoder(seed, tired);
  return firstTold((today) => watchCoder(acts, 'robin', today).isAlert);
}

describe('within thirty simulated days', () => {
  test.each(thefts)(
    '%s is told in every run, skimming that leaves next to nothing in all but two',
    (theft) => {
      const caught = report(
        theft,
        seeds.map((seed) => toldInPractice(seed, theft)),
      );
      expect(caught).toBeGreaterThanOrEqual(theft === 'skim' ? seeds.length - 2 : seeds.length);
    },
  );

  test('a tired coder is told in every run', () => {
    const caught = report(
      'tired coder',
      seeds.map((seed) => toldOfCoder(seed, true)),
    );
    expect(caught).toBe(seeds.length);
  });

  test('honest practices and rested coders are told of less than once a month', () => {
    const practices = report(
      'honest practice',
      seeds.map((seed) => toldInPractice(seed)),
    );
    const coders = report(
      'rested coder',
      seeds.map((seed) => toldOfCoder(seed, false)),
    );
    console.table(rows);
    expect(practices).toBeLessThanOrEqual(seeds.length / 10);
    expect(coders).toBeLessThanOrEqual(seeds.length / 10);
  });
});

test('the books of the simulated practice hold what was recorded, stolen or not', () => {
  for (const theft of [undefined, ...thefts]) {
    const { acts, books, stolen } = simulatePractice(1, theft);
    expect(books.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    expect(stolen > 0).toBe(theft !== undefined);
    const moved = acts.reduce((sum, act) => {
      if (act.kind === 'payment') return sum + act.amount;
      return act.kind === 'void' ? sum - act.amount : sum;
    }, 0);
    expect(cashOf(books)).toBe(moved);
  }
});

test('a sum is the sum of its findings, each with a sentence, a source and what it stands on', () => {
  const { acts } = simulatePractice(3, 'divert');
  const { alerts, score, isAlert } = watchMoney(acts, addDays(firstDay, quietDays + lookedAtDays - 1));
  expect(score).toBeCloseTo(
    alerts.reduce((sum, alert) => sum + alert.score, 0),
    5,
  );
  expect(isAlert).toBe(score >= alertFrom);
  for (const { sentence, source, evidence } of alerts) {
    expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
    expect(source).not.toBe('');
    const known = new Set(acts.map(({ id }) => id));
    expect(evidence.every((id) => known.has(id))).toBe(true);
  }
});
