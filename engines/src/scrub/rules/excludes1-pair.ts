import { placedDiagnoses, serviceDates } from '../claim-parts.ts';
import { codesNamedIn, isNamedBy } from '../code-mentions.ts';
import { editionsOf } from '../editions.ts';
import type { Rule } from '../rule.ts';

/**
 * Two codes that an Excludes1 note keeps apart cannot both be true of one condition. The guideline allows the
 * pair when the conditions are unrelated, which only the record can tell, so this does not block.
 */
export const excludes1Pair: Rule = {
  id: 'excludes1-pair',
  severity: 'warning',
  source: 'ICD-10-CM Official Guidelines, I.A.12.a',
  check(claim, facts) {
    const editions = editionsOf(serviceDates(claim), facts);
    const diagnoses = placedDiagnoses(claim);
    return diagnoses.flatMap(({ code, at }) => {
      const notes = editions.flatMap(({ codes }) => codes.lookup(code)?.excludes1 ?? []);
      const named = notes.flatMap(codesNamedIn);
      const other = diagnoses.find(
        (d) => d.code !== code && named.some((mention) => isNamedBy(d.code, mention)),
      );
      if (!other) return [];
      const message = `${code} excludes ${other.code} (Excludes1). Keep both only when they are unrelated conditions.`;
      return [{ at, message }];
    });
  },
};
