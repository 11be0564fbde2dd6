import { type CodingRule, moved } from '../rule.ts';

/** A use disorder coded without complication: dependence or abuse of a substance. */
const useDisorder = /^F1[0-9]\.[12]0$/;

/** Early and sustained remission have their own code, whether the disorder was mild or severe. */
export const substanceRemission: CodingRule = {
  id: 'substance-remission',
  source: 'ICD-10-CM Official Guidelines I.C.5.b.1',
  reason: 'A use disorder in remission has a code of its own.',
  apply(candidates, { book }) {
    return candidates.map((candidate) => {
      if (!useDisorder.test(candidate.code) || !/\bremission\b/i.test(candidate.context)) return candidate;
      const code = `${candidate.code.slice(0, 5)}1`;
      return book.lookup(code)?.billable ? moved(candidate, code, book, 'In remission') : candidate;
    });
  },
};
