/** A word as the index knows it, and where the text says it. */
export interface LexWord {
  /** Folded and grouped; begins with `!` when the text says it is absent (`without aura`). */
  key: string;
  /** The word's own spelling, folded; empty for a rewritten wording. */
  spelled: string;
  start: number;
  end: number;
  /** A comma, bracket or full stop stands between this word and the one before. */
  breakBefore: boolean;
  /** It stands behind `with`, `due to` or the like: what comes before says what the text is about. */
  tail?: boolean;
}
