import type { TermSource } from './term-sources.ts';

/**
 * What each trait of an answer is worth, in shares of a question answered whole. Fitted on the development
 * phrases and on the starter set's own terms against the official files alone; what helped only one was left out.
 */
export const weights = {
  /** Between equal answers: the index knows better than a title, a table of drugs less than either. */
  source: {
    index: 0.045,
    reference: 0.015,
    tumor: 0,
    clinical: 0.04,
    everyday: 0.02,
    abbreviation: 0.03,
    neoplasm: 0.02,
    inclusion: 0.04,
    title: 0,
    drug: -0.05,
    'external-cause': -0.2,
  } satisfies Record<TermSource, number>,
  /** For terms of the starter set where half a word was typed: it fits many terms, and these are the common ones. */
  typing: 0.06,
  /** What an answer says beyond the question costs more than what it leaves aside: it would be invented. */
  coveredExponent: 1.2,
  /** Words that a term has in parentheses, beside those it must have. */
  optional: 0.95,
  /** Taken off a drug where nobody speaks of poisoning, adverse effect or underdosing. */
  uneventful: 0.3,
  /** Words behind `with` or `due to`, beside those before. */
  tail: 0.9,
  /** What an unknown word would say if it were known: it lowers every answer alike. */
  unknown: 0.5,
  /** A second meaning of an abbreviation, beside the first. */
  laterReading: 0.95,
  /** A question that names a tumor and its metastasis, read as if both were one. */
  twoTumors: 0.85,
  /** Words of the question that the code's title says though its term did not. */
  gained: 0.8,
  /** Words of the question that the title denies, and the other way round. */
  denied: 0.5,
  /** The share of the title that was said, above or below half of it. */
  said: 0.05,
  /** Words in a title that nobody said and that make another disease of it: congenital, malignant, newborn. */
  claimed: 0.06,
  /** Taken off a code that is coded beside another, where more than this share of the question is not in it. */
  besides: 0.2,
  besidesOpen: 0.1,
  /** What chapter 15 has for a disease of another chapter, beside the disease by itself. */
  inPregnancy: 0.95,
  /** For codes of chapter 15 that answer a disease where the question speaks of a pregnancy. */
  pregnant: 0.15,
  /** Each axis that had to be assumed. */
  missing: 0.003,
};
