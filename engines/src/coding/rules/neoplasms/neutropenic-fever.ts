import { added, type CodingRule } from '../rule.ts';
import { concluded } from '../stated.ts';

const fever =
  /\b(?:febrile neutropenia|neutropenic (?:fever|sepsis)|neutropenia (?:with|and|w\/) fever|fever (?:with|and|in|due to) neutropenia)\b/gi;

/** The fever of a neutropenia is coded beside it. */
export const neutropenicFever: CodingRule = {
  id: 'neutropenic-fever',
  source: 'ICD-10-CM tabular list, note "use additional code for any associated fever" at D70',
  reason: 'A fever that comes with a neutropenia is coded beside it.',
  apply(candidates, about) {
    const neutropenia = candidates.find(({ code }) => /^D70/.test(code));
    if (!neutropenia || candidates.some(({ code }) => code === 'R50.81')) return [...candidates];
    const stated = concluded(about, fever);
    const code =
      stated &&
      added('R50.81', [stated.evidence], about, 'Use additional code at D70', neutropenia.order + 0.2);
    return code ? [...candidates, code] : [...candidates];
  },
};
