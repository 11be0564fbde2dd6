import type { CodeBook, Suggestion } from '../../model/index.ts';
import { reorder } from '../reorder.ts';
import { featuresOf, meaningOf } from './features.ts';
import { logit, sigmoid } from './log-odds.ts';
import type { LearntModel, RememberedPhrase, Weight } from './model.ts';
import { phraseWords } from './phrase.ts';
import { countOf } from './remembered.ts';

/** What the estimate of the weights counts for beside visits that decided on the very same phrase. */
const estimateCounts = 2;
/** Below this a suggestion goes behind the others: most like it are turned down here. */
const unlikely = 0.3;
/** Weights told in a path: the strongest. */
const mostTold = 3;

interface Judged {
  suggestion: Suggestion;
  before: number;
}

/**
 * Puts an organization's experience on suggestions: other confidences, another order, and a line in the path
 * that says why. Codes are never added or taken away, nor is what they stand on touched, and the first-listed
 * proposal stays the guidelines' own. An empty model changes nothing.
 */
export function rerank(suggestions: readonly Suggestion[], model: LearntModel, book: CodeBook): Suggestion[] {
  if (model.weights.length === 0 && model.phrases.length === 0) return [...suggestions];
  const weights = new Map(model.weights.map((weight) => [weight.feature, weight]));
  const judged = suggestions.map((suggestion) => ({
    suggestion: judge(suggestion, weights, model.phrases),
    before: suggestion.confidence,
  }));
  const current = judged.map(({ suggestion }) => suggestion);
  return reorder(current, wantedOrder(judged), book);
}

function judge(
  suggestion: Suggestion,
  weights: ReadonlyMap<string, Weight>,
  phrases: readonly RememberedPhrase[],
): Suggestion {
  const counted = weights.size === 0 ? [] : featuresOf(suggestion).flatMap((name) => weights.get(name) ?? []);
  const shift = counted.reduce((sum, { weight }) => sum + weight, 0);
  let confidence =
    counted.length === 0 ? suggestion.confidence : sigmoid(logit(suggestion.confidence) + shift);
  const path = [...suggestion.path];
  if (counted.length > 0) path.push(weightsLine(suggestion.confidence, confidence, counted));
  const phrase = phraseFor(suggestion, phrases);
  if (phrase) {
    const { accepted, rejected } = phrase;
    confidence = (accepted + estimateCounts * confidence) / (accepted + rejected + estimateCounts);
    path.push(`Learnt here: “${phrase.phrase}” as ${phrase.code} accepted ${countOf(accepted, rejected)}`);
  }
  return path.length === suggestion.path.length
    ? suggestion
    : { ...suggestion, confidence: rounded(confidence), path };
}

/** Nothing that was learnt is certain. */
function rounded(confidence: number): number {
  return Math.min(0.99, Math.max(0.01, Math.round(confidence * 100) / 100));
}

function weightsLine(from: number, to: number, weights: readonly Weight[]): string {
  const strongest = [...weights]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    .slice(0, mostTold)
    .map(
      ({ feature, accepted, rejected }) => `${meaningOf(feature)} (accepted ${countOf(accepted, rejected)})`,
    );
  return `Learnt here: confidence ${from.toFixed(2)} → ${rounded(to).toFixed(2)}: ${strongest.join('; ')}`;
}

/** The phrase with the most visits behind it that this code stands on. */
function phraseFor({ code, evidence }: Suggestion, phrases: readonly RememberedPhrase[]) {
  const known = phrases.filter((phrase) => phrase.code === code);
  if (known.length === 0) return undefined;
  const said = new Set(
    evidence.map(({ quote }) =>
      phraseWords(quote)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
  return known
    .filter(({ phrase }) => said.has(phrase))
    .reduce<RememberedPhrase | undefined>(
      (best, next) => (best && best.accepted + best.rejected >= next.accepted + next.rejected ? best : next),
      undefined,
    );
}

/**
 * The engine's order, but that of codes which stand on the same words the likelier comes first, and that what
 * became unlikely goes behind.
 */
function wantedOrder(judged: readonly Judged[]): Suggestion[] {
  const byWords = new Map<string, Suggestion[]>();
  for (const { suggestion } of judged) {
    const key = wordsKey(suggestion);
    byWords.set(key, [...(byWords.get(key) ?? []), suggestion]);
  }
  for (const rivals of byWords.values()) rivals.sort((a, b) => b.confidence - a.confidence);
  const placed = judged.map(({ suggestion }) => byWords.get(wordsKey(suggestion))?.shift() ?? suggestion);
  const fell = new Set(
    judged
      .filter(({ suggestion, before }) => suggestion.confidence < unlikely && suggestion.confidence < before)
      .map(({ suggestion }) => suggestion),
  );
  return [...placed.filter((one) => !fell.has(one)), ...placed.filter((one) => fell.has(one))];
}

function wordsKey({ code, evidence }: Suggestion): string {
  const first = evidence[0];
  return first ? `${first.documentId} ${first.version} ${first.start}` : code;
}
