import type { Evidence } from '../../../model/index.ts';
import { evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule } from '../rule.ts';
import { neighbourhood, readingOf } from '../stated.ts';

const burn = /^T2[0-5]/;
/** Burns by chemicals, whose extent has a category of its own. */
const corrosion = /^T2[0-5]\.[4-7]/;
const stated =
  /\b(?:(less than|under|about|approximately|total(?: of)?|<|~) ?)?(\d{1,2}(?:\.\d)?) ?(?:%|percent) ?(?:of )?(?:total |the )?(?:TBSA|BSA|body surface(?: area)?)\b/i;
const thirdDegree = /\b(?:3rd|third)[- ]degree|full[- ]thickness/i;
const otherDegree = /\b(?:1st|first|2nd|second)[- ]degree|(?:partial|superficial)[- ]?(?:thickness)?/i;

interface Extent {
  percent: number;
  /** Of third degree, where the sentence says so of the whole. */
  third: number;
  evidence: Evidence;
}

/** How much of the body is burnt, in percent as the code set counts: below ten is one step. */
function extent({ read }: Case): Extent | undefined {
  for (const { document, clauses } of read) {
    for (const clause of clauses) {
      const { text, start } = clause;
      const match = stated.exec(text);
      const end = match ? match.index + match[0].length : 0;
      if (!match || readingOf(clause).of(match.index, end) !== 'present') continue;
      const below = /less|under|</i.test(match[1] ?? '');
      const percent = Number(match[2]) - (below ? 0.1 : 0);
      const around = neighbourhood(clause, match.index);
      const isThird = thirdDegree.test(around) && !otherDegree.test(around);
      const evidence = evidenceOf(document, start + match.index, start + end);
      return { percent, third: isThird ? percent : 0, evidence };
    }
  }
  return undefined;
}

const tensOf = (percent: number) => Math.min(9, Math.floor(percent / 10));

/** A burn is coded with the extent of body surface, where the record states it. */
export const burnExtent: CodingRule = {
  id: 'burn-extent',
  source: 'ICD-10-CM Official Guidelines I.C.19.d.6; tabular note at T20–T25',
  reason: 'The burnt share of the body surface is coded beside the burn.',
  apply(candidates, about) {
    // What an old burn left has no extent.
    const burns = candidates.filter(({ code }) => burn.test(code) && !code.endsWith('S'));
    if (burns.length === 0 || candidates.some(({ code }) => /^T3[12]/.test(code))) return [...candidates];
    const found = extent(about);
    if (!found) return [...candidates];
    const category = burns.every(({ code }) => corrosion.test(code)) ? 'T32' : 'T31';
    const tens = tensOf(found.percent);
    // The second digit is the share of third degree; none is the default.
    const code = tens === 0 ? `${category}.0` : `${category}.${tens}${tensOf(found.third)}`;
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
