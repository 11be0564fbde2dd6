import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { affirmedOf, clauseAround } from '../stated.ts';

const hypoxic = /\bhypox\w+|\btype (?:1|I) (?:respiratory|resp) failure\b/i;
const hypercapnic = /\bhyperc(?:apn|arb)\w+|\btype (?:2|II) (?:respiratory|resp) failure\b/i;
/** Before these words stands another disease, which may be acute by itself. */
const cut = /[,;:.()]| with | w\/ ?| due to | from | and (?!chronic|on)/gi;

/** A respiratory failure is coded by what it does to oxygen and to carbon dioxide, and by how it began. */
export const respiratoryFailureKind: CodingRule = {
  id: 'respiratory-failure-kind',
  source: 'ICD-10-CM tabular list, J96; guidelines I.B.8 and I.C.10.b',
  reason: 'A respiratory failure is coded as acute or chronic, with hypoxia or hypercapnia as stated.',
  apply(candidates, about) {
    return candidates.flatMap((candidate) => {
      if (!/^J96\.[0129][0-2]$/.test(candidate.code)) return [candidate];
      const text = affirmedOf(candidate, about);
      const own = ownWords(candidate, about);
      const acute = /\bacute\b/i.test(own);
      const chronic = /\bchronic\b/i.test(own);
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

const nearby = 60;

/** What is said of the failure itself: its name, and the words before and behind it in the same part of the sentence. */
function ownWords({ evidence }: Candidate, about: Case): string {
  return evidence
    .map((span) => {
      const clause = clauseAround(about, span);
      if (!clause) return span.quote;
      const [start, end] = [span.start - clause.start, span.end - clause.start];
      const before =
        clause.text
          .slice(Math.max(0, start - nearby), start)
          .split(cut)
          .at(-1) ?? '';
      const behind =
        /^,? ?\(?(?:acute|chronic)[a-z ]{0,20}/i.exec(clause.text.slice(end, end + nearby))?.[0] ?? '';
      return `${before}${span.quote}${behind}`;
    })
    .join(' ; ');
}
