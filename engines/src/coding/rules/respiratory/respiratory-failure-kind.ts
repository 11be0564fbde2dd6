import { type CodingRule, moved } from '../rule.ts';
import { sentencesOf } from '../stated.ts';

const hypoxic = /\bhypox\w+|\btype (?:1|I)\b/i;
const hypercapnic = /\bhyperc(?:apn|arb)\w+|\btype (?:2|II)\b/i;

/** A respiratory failure is coded by what it does to oxygen and to carbon dioxide, and by how it began. */
export const respiratoryFailureKind: CodingRule = {
  id: 'respiratory-failure-kind',
  source: 'ICD-10-CM tabular list, J96; guidelines I.B.8 and I.C.10.b',
  reason: 'A respiratory failure is coded as acute or chronic, with hypoxia or hypercapnia as stated.',
  apply(candidates, about) {
    return candidates.flatMap((candidate) => {
      if (!/^J96\.[0129][0-2]$/.test(candidate.code)) return [candidate];
      const text = sentencesOf(candidate, about);
      const acute = /\bacute\b/i.test(text);
      const chronic = /\bchronic (?:\w+ ){0,2}respiratory failure|acute (?:on|and) chronic\b/i.test(text);
      const kind = acute && chronic ? '2' : acute ? '0' : chronic ? '1' : candidate.code.charAt(4);
      const [low, high] = [hypoxic.test(text), hypercapnic.test(text)];
      const lasts = low && high ? ['1', '2'] : low ? ['1'] : high ? ['2'] : [candidate.code.charAt(5)];
      return lasts.map((last) => {
        const code = `J96.${kind}${last}`;
        if (code === candidate.code || !about.book.lookup(code)?.billable) return candidate;
        return moved(candidate, code, about.book, 'Kind of respiratory failure as stated');
      });
    });
  },
};
