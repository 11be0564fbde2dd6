import type { CodeBook } from '../../../model/index.ts';
import type { Candidate } from '../../candidates.ts';
import { type CodingRule, moved } from '../rule.ts';

const saysType = /\b(?:type|t|dm) ?(?:1|2|i|ii)\b|t[12]dm|dm[12]|iddm/i;

/** The code of another type for the same complication, or for as much of it as the code set divides. */
function sameOfType(type: string, { code, context }: Candidate, book: CodeBook): string | undefined {
  for (let tail = code.slice(4); tail !== ''; tail = tail.slice(0, -1)) {
    const completed = book.complete(`${type}.${tail}`, context);
    if (completed.billable && book.lookup(completed.code)) return completed.code;
  }
  return undefined;
}

/**
 * The index leads complications to type 2 when the type is not stated. Where the record states another
 * type, and never type 2, it is stated.
 */
export const diabetesType: CodingRule = {
  id: 'diabetes-type',
  source: 'ICD-10-CM Official Guidelines I.C.4.a.1 and I.C.4.a.2',
  reason: 'The type of diabetes that the record states is coded.',
  apply(candidates, { book, read }) {
    const stated = new Set<string>();
    for (const { mentions, document } of read) {
      for (const { code, assertion, start, end } of mentions) {
        if (assertion === 'family' || assertion === 'other-person' || assertion === 'negated') continue;
        const category = code.slice(0, 3);
        if (category === 'E11' && !saysType.test(document.text.slice(start, end))) continue;
        if (/^E(?:08|09|10|11|13)$/.test(category)) stated.add(category);
      }
    }
    const [type] = stated;
    if (stated.size !== 1 || !type || type === 'E11') return [...candidates];
    return candidates.map((candidate) => {
      if (!candidate.code.startsWith('E11.')) return candidate;
      const code = sameOfType(type, candidate, book);
      return code ? moved(candidate, code, book, 'The type of diabetes that the record states') : candidate;
    });
  },
};
