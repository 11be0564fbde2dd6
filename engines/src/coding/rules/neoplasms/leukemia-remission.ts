import { type CodingRule, moved } from '../rule.ts';
import { affirmedOf, sentencesOf } from '../stated.ts';

const blood = /^C9[0-5]\.\S?0$/;
const notYet =
  /\b(?:not (?:having achieved|yet in|in)|without|never|failed|no|refractory) (?:\w+ )?remission\b/i;
const remission = /\bremission\b/i;
/** `CR1` is a remission; `Cr 1.9` is a creatinine. */
const complete = /\bCR[12]?\b(?! ?\d)/;
const relapse =
  /\brelaps\w*|\brecurrent (?:\w+ ){0,2}(?:leukemia|myeloma|disease|AML|ALL|CLL|CML)\b|\b(?:leukemia|myeloma),? recurrent\b/i;

/** Leukemia and myeloma in remission or in relapse have codes of their own. */
export const leukemiaRemission: CodingRule = {
  id: 'leukemia-remission',
  source: 'ICD-10-CM Official Guidelines I.C.2.n; tabular list, C90 to C95',
  reason: 'The code tells whether a leukemia is in remission or in relapse.',
  apply(candidates, about) {
    return candidates.map((candidate) => {
      if (!blood.test(candidate.code)) return candidate;
      const text = affirmedOf(candidate, about);
      if (notYet.test(sentencesOf(candidate, about))) return candidate;
      const last = relapse.test(text) ? '2' : remission.test(text) || complete.test(text) ? '1' : undefined;
      const code = `${candidate.code.slice(0, -1)}${last}`;
      if (!last || !about.book.lookup(code)?.billable) return candidate;
      return moved(candidate, code, about.book, last === '1' ? 'In remission' : 'In relapse');
    });
  },
};
