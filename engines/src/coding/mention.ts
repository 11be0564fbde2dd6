import type { Assertion } from '../model/index.ts';
import type { Clause } from './clauses.ts';

/** A term of the code set that a clause says, and how the clause means it. */
export interface Mention {
  clause: Clause;
  /** UTF-16 offsets in the document. */
  start: number;
  end: number;
  /** As the index gives it, perhaps not yet billable. */
  code: string;
  assertion: Assertion;
  /** What the mention explains of its clause, comparable within the document. */
  weight: number;
  path: string[];
  /** The words that belong to this mention and not to its neighbours: side, stage, phase of care. */
  context: string;
  manifestation?: string;
  /** How it was found: a head looked up as a phrase, or a term met in the text. */
  by: 'search' | 'term';
  /** What the same words could be besides, best first; `score` is comparable with `weight`. */
  rivals: Rival[];
}

export interface Rival {
  code: string;
  score: number;
}
