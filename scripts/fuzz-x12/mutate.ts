import { byteMutations, gentleByteMutations } from './byte-mutations.ts';
import { elementMutations, gentleElementMutations } from './element-mutations.ts';
import { envelopeMutations, gentleEnvelopeMutations } from './envelope-mutations.ts';
import { recounted } from './file-text.ts';
import { longest, type Means, type Mutation } from './mutation.ts';
import { gentleSegmentMutations, hugeLoop, segmentMutations } from './segment-mutations.ts';

/** Mutations of a kind, and how often it is chosen. */
const kinds: readonly (readonly [weight: number, mutations: readonly Mutation[]])[] = [
  [9, elementMutations],
  [6, segmentMutations],
  [2, envelopeMutations],
  [2, byteMutations],
];

const chances = kinds.flatMap(([weight, mutations]) => Array.from({ length: weight }, () => mutations));

const gentle = [
  ...gentleElementMutations,
  ...gentleSegmentMutations,
  ...gentleEnvelopeMutations,
  ...gentleByteMutations,
];

/** A file spoiled in one place or in several; now and then only changed, so that what sound files go through is tried. */
export function mutated(text: string, means: Means): string {
  const { dice } = means;
  if (dice.oneIn(4)) return recounted(dice.pick(gentle)(text, means)).slice(0, longest);
  let spoiled = text;
  let isLong = false;
  for (let times = dice.pick([1, 1, 1, 2, 2, 3, 5, 9]); times > 0; times--) {
    if (dice.oneIn(600)) {
      spoiled = hugeLoop(spoiled, means);
      isLong = true;
    } else spoiled = dice.pick(dice.pick(chances))(spoiled, means);
  }
  // What only the count shows to be wrong is seen often enough.
  if (dice.oneIn(2)) spoiled = recounted(spoiled);
  return spoiled.slice(0, isLong ? longest * 2 : longest);
}
