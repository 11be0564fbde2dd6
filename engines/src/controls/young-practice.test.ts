import { expect, test } from 'vitest';
import { addDays } from '../model/index.ts';
import { firstDay, lookedAtDays, type Span, simulateCoder, simulatePractice } from './practice.test-data.ts';
import { watchCoder, watchMoney } from './watch.ts';

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
const honest = { quiet: 0, days: 60 };
const fromTheFirstDay = { quiet: 0, days: lookedAtDays };

/** What the owner reads on the pages of eight weeks: findings a week, and the share of weeks that are an alert. */
function pagesOf(span: Span): { findings: number; alerts: number } {
  let [findings, alerts, pages] = [0, 0, 0];
  for (const seed of seeds) {
    const { acts } = simulatePractice(seed, undefined, span);
    const charts = simulateCoder(seed, false, span);
    for (let day = 6; day < span.days; day += 7) {
      const today = addDays(firstDay, day);
      const watches = [watchMoney(acts, today), watchCoder(charts, 'robin', today)];
      findings += watches.reduce((sum, watch) => sum + watch.alerts.length, 0);
      alerts += watches.some(({ isAlert }) => isAlert) ? 1 : 0;
      pages += 1;
    }
  }
  return { findings: findings / pages, alerts: alerts / pages };
}

test.each<[string, Span]>([
  ['one like the others', honest],
  ['one with habits of its own', { ...honest, ownHabits: true }],
  ['one that just opened its doors', { ...honest, ownHabits: true, opening: true }],
])('an honest young practice is told of less than one finding a week: %s', (_, span) => {
  const { findings, alerts } = pagesOf(span);
  expect(findings).toBeLessThan(0.7);
  expect(alerts).toBeLessThan(0.1);
});

const told = (isAlert: (today: ReturnType<typeof addDays>) => boolean) =>
  Array.from({ length: lookedAtDays }, (_, n) => addDays(firstDay, n)).some(isAlert);

test.each([
  { theft: 'divert', atLeast: 38 },
  { theft: 'refund-to-self', atLeast: 40 },
  { theft: 'void-after-cash', atLeast: 40 },
  { theft: 'short-deposit', atLeast: 40 },
  // What leaves next to nothing is mostly seen beside a history of its own.
  { theft: 'skim', atLeast: 20 },
] as const)(
  '$theft from the first day is told within thirty, in $atLeast of 40 runs',
  ({ theft, atLeast }) => {
    const caught = seeds.filter((seed) => {
      const { acts } = simulatePractice(seed, theft, fromTheFirstDay);
      return told((today) => watchMoney(acts, today).isAlert);
    });
    expect(caught.length).toBeGreaterThanOrEqual(atLeast);
  },
);

test('a coder who is tired from the first day is told within thirty, in every run', () => {
  const caught = seeds.filter((seed) => {
    const charts = simulateCoder(seed, true, fromTheFirstDay);
    return told((today) => watchCoder(charts, 'robin', today).isAlert);
  });
  expect(caught).toEqual(seeds);
});
