import { type CodingRule, moved } from '../rule.ts';
import { sentencesOf } from '../stated.ts';

const inflamed = /\b(?:inflamed|irritated|traumati[sz]ed|inflammation)\b/i;

/** A seborrheic keratosis that is inflamed has a code of its own, wherever in the sentence that is said. */
export const inflamedKeratosis: CodingRule = {
  id: 'inflamed-keratosis',
  source: 'ICD-10-CM index, Keratosis, seborrheic, inflamed; tabular list, L82.0 and L82.1',
  reason: 'An inflamed seborrheic keratosis is coded as such.',
  apply(candidates, about) {
    return candidates.map((candidate) => {
      if (candidate.code !== 'L82.1' || !about.book.lookup('L82.0')?.billable) return candidate;
      const text = sentencesOf(candidate, about);
      const isInflamed = inflamed.test(text) && !/\b(?:no|not|non)[- ](?:inflam|irritat)/i.test(text);
      return isInflamed ? moved(candidate, 'L82.0', about.book, 'Inflamed, as stated') : candidate;
    });
  },
};
