import type { Instant } from '../../model/index.ts';

/** What one person decided about one code of one visit. */
export interface Decision {
  /** Whose record it was and which visit: counted, never kept in a model. */
  patient: string;
  encounter: string;
  code: string;
  outcome: 'accepted' | 'rejected';
  at: Instant;
  /** The words of the record that the code stood on; only a vetted name of a diagnosis is kept of them. */
  quotes: readonly string[];
  /** How it was offered; absent for a code that the coder searched for. */
  offered?: Offer;
}

/** A suggestion as it was offered, without a word of the note. */
export interface Offer {
  /** 0–1, the engine's own. */
  confidence: number;
  features: readonly string[];
}

/** A phrase and code that a supervisor had forgotten: decisions up to then no longer count for it. */
export interface Forgotten {
  phrase: string;
  code: string;
  at: Instant;
}

export interface LearningOptions {
  /** Whether a word (in small letters) belongs to the code set's own vocabulary and is nobody's name. */
  knowsWord(word: string): boolean;
  forgotten?: readonly Forgotten[];
  /** Only decisions after this count: everything before was forgotten. */
  after?: Instant;
}
