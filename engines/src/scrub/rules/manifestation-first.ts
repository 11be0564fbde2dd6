import { serviceDates } from '../claim-parts.ts';
import { editionsOf } from '../editions.ts';
import type { Rule } from '../rule.ts';

/**
 * A "code first" note asks for the cause before its effect. Where the note speaks of an underlying disease
 * without condition the order is mandatory; other notes depend on the record, so they only want a look.
 */
export const manifestationFirst: Rule = {
  id: 'manifestation-first',
  severity: 'error',
  source: 'ICD-10-CM Official Guidelines, I.A.13',
  check(claim, facts) {
    const [first] = claim.diagnoses;
    if (first === undefined) return [];
    const notes = editionsOf(serviceDates(claim), facts).flatMap(
      ({ codes }) => codes.lookup(first)?.codeFirst ?? [],
    );
    if (notes.length === 0) return [];
    const mandatory = notes.some((note) => /underlying/i.test(note) && !/\b(?:if|any)\b/i.test(note));
    const message = `${first} has a "code first" note. List the condition that causes it before it.`;
    return [{ at: 'diagnoses[0]', message, ...(!mandatory && { severity: 'warning' as const }) }];
  },
};
