import type { Decision, LearningOptions } from './decision.ts';
import { learnPhrases } from './learn-phrases.ts';
import { learnWeights } from './learn-weights.ts';
import type { LearntModel } from './model.ts';

/**
 * Learns from an organization's decisions. Everything in the model can be computed again from them, and
 * nothing else is in it.
 */
export function learn(decisions: readonly Decision[], options: LearningOptions): LearntModel {
  const { after } = options;
  const counted = after === undefined ? decisions : decisions.filter(({ at }) => at > after);
  const accepted = counted.filter(({ outcome }) => outcome === 'accepted').length;
  return {
    accepted,
    rejected: counted.length - accepted,
    weights: learnWeights(counted),
    phrases: learnPhrases(counted, options),
  };
}
