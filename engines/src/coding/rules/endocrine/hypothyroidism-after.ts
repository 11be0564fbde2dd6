import { type CodingRule, moved } from '../rule.ts';
import { clauseAround } from '../stated.ts';

const treatment =
  /\b(?:after|following|post|s\/p|status post|due to|from) (?:\w+ ){0,2}(?:radio-?iodine|radioactive iodine|rai|i-?131|ablation|thyroidectomy|thyroid surgery|iodine)\b/i;

/** A thyroid that was removed or destroyed by treatment has a hypothyroidism of its own code. */
export const hypothyroidismAfter: CodingRule = {
  id: 'hypothyroidism-after',
  source: 'ICD-10-CM index, Hypothyroidism, postsurgical and postablative',
  reason: 'Hypothyroidism after treatment of the thyroid has a code of its own.',
  apply(candidates, about) {
    return candidates.map((candidate) => {
      if (candidate.code !== 'E03.9' || !about.book.lookup('E89.0')) return candidate;
      const said = candidate.evidence.some((evidence) =>
        treatment.test(clauseAround(about, evidence)?.text ?? ''),
      );
      return said ? moved(candidate, 'E89.0', about.book, 'After treatment of the thyroid') : candidate;
    });
  },
};
