/** What one feature is worth: added to the log odds that a suggestion is accepted. */
export interface Weight {
  feature: string;
  weight: number;
  /** Decisions on suggestions that had the feature. */
  accepted: number;
  rejected: number;
}

/** A name of a diagnosis that coders of this organization tied to a code. */
export interface RememberedPhrase {
  /** Small letters, single blanks. */
  phrase: string;
  code: string;
  /** Visits. */
  accepted: number;
  rejected: number;
}

/**
 * What an organization's decisions taught. Values only, no word of a note except the phrases, and the same
 * decisions in any order give the same model.
 */
export interface LearntModel {
  accepted: number;
  rejected: number;
  /** Sorted by feature. */
  weights: Weight[];
  /** Sorted by phrase, then code. */
  phrases: RememberedPhrase[];
}

export const emptyModel: LearntModel = { accepted: 0, rejected: 0, weights: [], phrases: [] };

/** The share of visits that must have accepted a code for a phrase before it is offered where the engine does not. */
const offeredFrom = 0.7;
/** Nothing is kept that only one patient's record speaks for. */
export const fewestPatients = 2;

/** Whether a phrase brings its code to the record's suggestions, and not only to their order. */
export function isOffered({ accepted, rejected }: RememberedPhrase): boolean {
  return accepted >= fewestPatients && accepted / (accepted + rejected) >= offeredFrom;
}
