/** Certainty has no log odds; nothing the engine says is certain. */
const least = 0.02;

/** The log odds of a confidence of 0–1. */
export function logit(confidence: number): number {
  const kept = Math.min(1 - least, Math.max(least, confidence));
  return Math.log(kept / (1 - kept));
}

/** The confidence with these log odds. */
export function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
