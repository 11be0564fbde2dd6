import type { Evidence } from '../../../model/index.ts';
import { evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule } from '../rule.ts';

const burn = /^T2[0-5]/;
const stated =
  /\b(?:(less than|under|about|approximately|total(?: of)?|<|~) ?)?(\d{1,2}(?:\.\d)?) ?(?:%|percent) ?(?:of )?(?:total |the )?(?:TBSA|BSA|body surface(?: area)?)\b/i;

/** How much of the body is burnt, in percent as the code set counts: below ten is one step. */
function extent({ read }: Case): { percent: number; evidence: Evidence } | undefined {
  for (const { document, clauses } of read) {
    for (const { text, start } of clauses) {
      const match = stated.exec(text);
      if (!match) continue;
      const below = /less|under|</i.test(match[1] ?? '');
      const percent = Number(match[2]) - (below ? 0.1 : 0);
      const evidence = evidenceOf(document, start + match.index, start + match.index + match[0].length);
      return { percent, evidence };
    }
  }
  return undefined;
}

/** A burn is coded with the extent of body surface, where the record states it. */
export const burnExtent: CodingRule = {
  id: 'burn-extent',
  source: 'ICD-10-CM Official Guidelines I.C.19.d.6; tabular note at T20–T25',
  reason: 'The burnt share of the body surface is coded beside the burn.',
  apply(candidates, about) {
    const burns = candidates.filter(({ code }) => burn.test(code));
    if (burns.length === 0 || candidates.some(({ code }) => /^T3[12]/.test(code))) return [...candidates];
    const found = extent(about);
    if (!found) return [...candidates];
    const tens = Math.min(9, Math.floor(found.percent / 10));
    // The second digit, the share of third degree, is asked of larger burns; none is the default.
    const code = tens === 0 ? 'T31.0' : `T31.${tens}0`;
    const after = Math.max(...burns.map(({ order }) => order)) + 0.5;
    const size = added(
      code,
      [found.evidence],
      about,
      `${found.percent < 10 ? 'Less than 10' : found.percent} % of the body surface`,
      after,
    );
    return size ? [...candidates, size] : [...candidates];
  },
};
