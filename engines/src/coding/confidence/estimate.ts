import { type Features, featureNames } from './features.ts';
import fitted from './weights.json' with { type: 'json' };

/** Nothing that is read from a record is certain. */
const [least, most] = [0.02, 0.98];

/** The weights of a logistic model, by the name of the feature. */
export type Weights = Readonly<Record<string, number>>;

/**
 * The share of suggestions like this one that coders would agree with: a logistic model over {@link Features}.
 * `weights.json` beside this file says what it was fitted on and how well it holds; `scripts/fit-confidence.ts` fits it.
 */
export function confidenceOf(features: Features, weights: Weights = fitted.weights): number {
  let sum = 0;
  for (const name of featureNames) sum += (features[name] ?? 0) * (weights[name] ?? 0);
  return Math.min(most, Math.max(least, 1 / (1 + Math.exp(-sum))));
}
