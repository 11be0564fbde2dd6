/** What a language model is told: the rules, and the question as JSON. */
export interface Prompt {
  system: string;
  user: string;
}

/** Why a model's answer is not used. The engine's own order then stands. */
export type NotUsed =
  | 'time-out'
  | 'unreachable'
  | 'http-error'
  | 'too-long'
  | 'not-json'
  | 'wrong-shape'
  | 'unknown-code'
  | 'quote-not-shown';

export type Reply = { ok: true; text: string } | { ok: false; reason: NotUsed };

/**
 * A language model that may be asked. It has no tools and no memory of other questions; whoever implements
 * this keeps the limits of time and size and never throws.
 */
export interface LanguageModel {
  /** As its operator calls it. */
  readonly name: string;
  ask(prompt: Prompt): Promise<Reply>;
}
