import { type CodingRule, moved } from '../rule.ts';
import { sentencesOf } from '../stated.ts';

const blood = /^C9[0-5]\.\S?0$/;
const notYet =
  /\b(?:not (?:having achieved|yet in|in)|without|never|failed|no|refractory) (?:\w+ )?remission\b/i;
const remission = /\b(?:in (?:\w+ ){0,3}remission|CR[12]?\b|complete remission|remission)\b/i;
const relapse = /\b(?:(?:in |first |second )?relaps\w*|recurrent)\b/i;

/** Leukemia and myeloma in remission or in relapse have codes of their own. */
export const leukemiaRemission: CodingRule = {
  id: 'leukemia-remission',
  source: 'ICD-10-CM Official Guidelines I.C.2.n; tabular list, C90 to C95',
  reason: 'The code tells whether a leukemia is in remission or in relapse.',
  apply(candidates, about) {
    return candidates.map((candidate) => {
      if (!blood.test(candidate.code)) return candidate;
      const text = sentencesOf(candidate, about);
      const last = notYet.test(text)
        ? '0'
        : /\bno relapse\b/i.test(text)
          ? '0'
          : relapse.test(text)
            ? '2'
            : remission.test(text)
              ? '1'
              : '0';
      const code = `${candidate.code.slice(0, -1)}${last}`;
      if (last === '0' || !about.book.lookup(code)?.billable) return candidate;
      return moved(candidate, code, about.book, last === '1' ? 'In remission' : 'In relapse');
    });
  },
};
