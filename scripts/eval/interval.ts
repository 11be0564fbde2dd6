import { Dice } from '../dice.ts';

const draws = 1000;
const seed = 11;

/**
 * The 95 % interval of a figure over items that were drawn by chance (percentile bootstrap): the items are drawn
 * anew, with repeats, as often as there are, and the figure is taken of each drawing. Repeats for the same items.
 */
export function interval<T>(items: readonly T[], figure: (items: readonly T[]) => number): [number, number] {
  if (items.length === 0) return [0, 0];
  const dice = new Dice(seed);
  const figures = Array.from({ length: draws }, () => figure(Array.from(items, () => dice.pick(items)))).sort(
    (a, b) => a - b,
  );
  const at = (part: number) => figures[Math.min(draws - 1, Math.floor(part * draws))] ?? 0;
  return [at(0.025), at(0.975)];
}
