import { type CodingRule, moved } from '../rule.ts';
import { sentencesOf } from '../stated.ts';

const later = /\b(?:subsequent (?:visit|encounter)|healing|follow[- ]?up (?:visit|care)|aftercare)\b/i;
const first = /\binitial\b/i;

/** An injury that the assessment calls healing is past its active treatment. */
export const phaseOfCare: CodingRule = {
  id: 'phase-of-care',
  source: 'ICD-10-CM Official Guidelines I.C.19.a',
  reason: 'The 7th character tells the phase of care that the record speaks of.',
  apply(candidates, about) {
    return candidates.map((candidate) => {
      if (!/^(?:S|T[0-3])\S{6}A$/.test(candidate.code)) return candidate;
      const said = sentencesOf(candidate, about);
      if (!later.test(said) || first.test(said)) return candidate;
      const code = `${candidate.code.slice(0, -1)}D`;
      return about.book.lookup(code)?.billable
        ? moved(candidate, code, about.book, 'The record speaks of a later phase of care')
        : candidate;
    });
  },
};
