import type { Candidate } from '../../candidates.ts';
import { type CodingRule, moved } from '../rule.ts';
import { affirmedOf } from '../stated.ts';

const systolic =
  /\b(?:HFm?rEF|systolic(?! (?:blood|BP|pressure|murmur|of \d))|(?:mildly )?reduced (?:LV)?(?:EF|ejection fraction)|mid-?range EF|(?:EF|ejection fraction) (?:is |was )?(?:mildly )?reduced)\b/i;
const diastolic =
  /\b(?:HFpEF|HFimpEF|diastolic|(?:preserved|recovered|improved) (?:LV)?(?:EF|ejection fraction)|normal (?:EF|ejection fraction)|(?:EF|ejection fraction) (?:is |was )?(?:preserved|normal|recovered))\b/i;
const worse = /\b(?:decompensat\w+|exacerbat\w+)\b/i;

/** Heart failure with preserved ejection fraction is diastolic, with reduced systolic; decompensated is acute on chronic. */
export const heartFailureKind: CodingRule = {
  id: 'heart-failure-kind',
  source: 'ICD-10-CM tabular list, I50.2 to I50.4 with their inclusion terms; guidelines I.B.8',
  reason: 'The kind and the acuteness of a heart failure are coded as stated.',
  apply(candidates, about) {
    const text = (one: Candidate) => affirmedOf(one, about);
    return candidates.map((candidate) => {
      if (!/^I50\.(?:9|[234]0|1)$/.test(candidate.code)) return candidate;
      const words = text(candidate);
      const kind =
        candidate.code === 'I50.9' || candidate.code === 'I50.1' ? kindIn(words) : candidate.code.charAt(4);
      if (!kind) return candidate;
      const acute = /\bacute\b/i.test(words) || worse.test(words);
      const chronic = /\bchronic\b/i.test(words) || worse.test(words);
      const code = `I50.${kind}${acute && chronic ? 3 : acute ? 1 : chronic ? 2 : 0}`;
      if (code === candidate.code || !about.book.lookup(code)?.billable) return candidate;
      return moved(candidate, code, about.book, 'Kind and acuteness as stated');
    });
  },
};

function kindIn(words: string): string | undefined {
  const [s, d] = [systolic.test(words), diastolic.test(words)];
  return s && d ? '4' : s ? '2' : d ? '3' : undefined;
}
