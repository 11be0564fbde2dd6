import type { Candidate } from '../candidates.ts';
import type { Case } from './rule.ts';
import { clauseAround } from './stated.ts';

/** `CKD not due to diabetes`, `neuropathy, unrelated to DM`. */
const denial =
  /\b(?:not|un|non)[ -]?(?:\w+ )?(?:due|related|secondary|attributed|attributable|caused) ?(?:to|by|from) (?:the |his |her |their )?([^,;:.()]{0,40})/i;
/** What a condition is due to, in the same part of its sentence. */
const otherCause =
  /^[^,;:.()]{0,80}?\b(?:due to|secondary to|2\/2|d\/t|caused by|because of) ([^,;:.()]{0,60})/i;
const longestSaying = 160;

/** What the record says behind a condition, at each place that names it. */
function behind({ evidence }: Candidate, about: Case): string[] {
  return evidence.map((span) => {
    const clause = clauseAround(about, span);
    const at = span.start - (clause?.start ?? 0);
    return clause?.text.slice(at, at + longestSaying) ?? '';
  });
}

/**
 * Whether the record clearly says that a condition has nothing to do with the cause the classification
 * presumes. Source: guidelines I.A.15.
 */
export function isUnrelated(condition: Candidate, cause: RegExp, about: Case): boolean {
  return behind(condition, about).some((text) => cause.test(denial.exec(text)?.[1] ?? ''));
}

/** Whether each place that names a condition explains it, and by none of the presumed causes. */
export function isExplainedOtherwise(condition: Candidate, causes: RegExp, about: Case): boolean {
  return behind(condition, about).every((text) => {
    const said = otherCause.exec(text)?.[1];
    return said !== undefined && !causes.test(said);
  });
}
