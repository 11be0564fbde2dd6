import { type CodingRule, moved } from '../rule.ts';
import { sentencesOf } from '../stated.ts';

const whole =
  /\b(?:full[- ]thickness|massive|complete,? (?:[\w-]+,? ){0,4}(?:tear|rupture))\b|\b(?:tear|rupture),? \(?complete\b(?! [a-z])/i;
const part = /\b(?:partial|partial[- ]thickness|incomplete)\b/i;

/** A tear of the rotator cuff is coded as partial or complete. */
export const rotatorCuffTear: CodingRule = {
  id: 'rotator-cuff-tear',
  source: 'ICD-10-CM tabular list, M75.1-',
  reason: 'A tear of the rotator cuff is coded by how far it goes.',
  apply(candidates, about) {
    return candidates.map((candidate) => {
      if (!/^M75\.10/.test(candidate.code)) return candidate;
      const text = sentencesOf(candidate, about);
      const digit = part.test(text) ? '1' : whole.test(text) ? '2' : undefined;
      const code = `M75.1${digit}${candidate.code.slice(-1)}`;
      if (!digit || !about.book.lookup(code)?.billable) return candidate;
      return moved(candidate, code, about.book, digit === '1' ? 'Incomplete tear' : 'Complete tear');
    });
  },
};
