import type { Candidate } from '../../candidates.ts';
import { added, type Case, type CodingRule } from '../rule.ts';
import { clauseAround } from '../stated.ts';

const sepsis = /^A4[01]/;
/** What a sepsis is said to come from. */
const from = /\b(?:due to|from|secondary to|2\/2|d\/t|source:?|in the setting of) (?:an? |the )?/gi;
/** Infections of one place, by which a sepsis may have begun. */
const localized = /^(?:J1[2-8]|J69|N10|N12|N30|N39\.0|L0[2-8]|K35|K57|K65|K8[0-3]|M00|M86|A04|T8[0-8])/;
const leastScore = 0.55;

/** The infection that a sepsis came from is coded behind it. */
export const sepsisSource: CodingRule = {
  id: 'sepsis-source',
  source: 'ICD-10-CM Official Guidelines I.C.1.d.4',
  reason: 'A sepsis and the localized infection it came from are both coded, the sepsis first.',
  apply(candidates, about) {
    const systemic = candidates.find(({ code }) => sepsis.test(code));
    if (!systemic || candidates.some(({ code }) => localized.test(code))) return [...candidates];
    const source = sourceOf(systemic, about);
    return source ? [...candidates, source] : [...candidates];
  },
};

function sourceOf(systemic: Candidate, about: Case): Candidate | undefined {
  for (const evidence of systemic.evidence) {
    const clause = clauseAround(about, evidence);
    if (!clause) continue;
    for (const { index, 0: words } of clause.text.matchAll(from)) {
      const start = index + words.length;
      const named = clause.text.slice(start).split(/[,;(]| with /)[0] ?? '';
      const hit = about.book
        .search(named, { limit: 3 })
        .find(({ code, billable, score }) => billable && score >= leastScore && localized.test(code));
      if (!hit) continue;
      const at = clause.start + start;
      const span = { ...evidence, start: at, end: at + named.length, quote: named };
      return added(
        hit.code,
        [span],
        about,
        `Where the sepsis came from: ${hit.path[0] ?? ''}`,
        systemic.order + 0.4,
      );
    }
  }
  return undefined;
}
