import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { readingOf } from '../stated.ts';

const tookLess = /^(?:T(?:3[6-9]|4\d|50)\.\S{2}6|Z91\.1[234])/;
const cost =
  /\b(?:because of (?:the )?cost|due to (?:the )?cost|cost of (?:the )?(?:drug|medic\w+|insulin|inhaler)|(?:can|could) ?no?t (?:afford|pay)|unaffordable|too expensive|financial(?:ly| hardship| reasons| constraints)?|lost (?:his|her|their) (?:insurance|coverage|job)|ran out of money|stretch(?:ing)? (?:out )?(?:the|his|her|their) (?:\w+ )?(?:medic\w+|meds|insulin|inhalers?|pills|tablets|doses?|supply|prescriptions?))\b/i;

/** Why less of a drug was taken than prescribed: for want of money, where the record says so. */
export const underdosingReason: CodingRule = {
  id: 'underdosing-reason',
  source: 'ICD-10-CM Official Guidelines I.C.19.e.5.c; note at T36–T50 and Z91.12-',
  reason: 'The reason for taking less of a drug than prescribed is coded where the record gives it.',
  apply(candidates, about) {
    const less = candidates.find(({ code }) => tookLess.test(code));
    if (!less || !about.book.lookup('Z91.120')?.billable) return [...candidates];
    const said = costSaid(about);
    if (!said) return [...candidates];
    const vague = candidates.find(({ code }) => /^Z91\.(?:128|14|19)/.test(code));
    if (vague) {
      return candidates.map((candidate) =>
        candidate === vague
          ? {
              ...moved(candidate, 'Z91.120', about.book, 'For want of money'),
              evidence: [...candidate.evidence, said],
            }
          : candidate,
      );
    }
    if (candidates.some(({ code }) => code === 'Z91.120')) return [...candidates];
    const reason = added('Z91.120', [said], about, 'Underdosing for want of money', less.order + 0.5);
    return reason ? [...candidates, reason] : [...candidates];
  },
};

function costSaid({ read }: Case): Candidate['evidence'][number] | undefined {
  for (const { document, clauses } of read) {
    for (const clause of clauses) {
      const { text, start, section } = clause;
      if (section.kind === 'family-history') continue;
      const match = cost.exec(text);
      if (!match || readingOf(clause).of(match.index, match.index + match[0].length) !== 'present') continue;
      return evidenceOf(document, start + match.index, start + match.index + match[0].length);
    }
  }
  return undefined;
}
