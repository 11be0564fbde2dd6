import type { Candidate } from '../../candidates.ts';
import { added, type Case, type CodingRule } from '../rule.ts';
import { clauseAround } from '../stated.ts';

const footUlcer = /^E(?:08|09|10|11|13)\.621$/;
const diabetic = /(?<!\bnon[- ]?|\bnot (?:a )?)\b(?:diabetic|DFU|DM)\b/i;

/** Words that say nothing of the place and depth of an ulcer. */
const aside =
  /\b(?:diabetic|diabetes|mellitus|type [12]|t[12]dm|dm|with|due to|secondary to|chronic|infected)\b/gi;

/** A diabetic ulcer is two codes: the diabetes with it, and its place and depth. */
export const diabeticUlcer: CodingRule = {
  id: 'diabetic-ulcer',
  source: 'ICD-10-CM Official Guidelines I.A.15 and I.C.4.a; note "use additional code" at E11.621',
  reason: 'A diabetic ulcer is coded as diabetes with an ulcer, and by its place and depth.',
  apply(candidates, about) {
    const disease = candidates.find(({ code }) => footUlcer.test(code));
    const ulcer = candidates.find(({ code }) => /^L97/.test(code));
    if (disease && !ulcer) {
      const place = placeOf(disease, about);
      return place ? [...candidates, place] : [...candidates];
    }
    if (!ulcer || candidates.some(({ code }) => /^E(?:08|09|10|11|13)/.test(code))) return [...candidates];
    const said = ulcer.evidence.find((evidence) =>
      diabetic.test(clauseAround(about, evidence)?.text ?? evidence.quote),
    );
    if (!said) return [...candidates];
    // Without a stated type diabetes is coded as type 2 (I.C.4.a.2).
    const code = /^L97\.[45]/.test(ulcer.code) ? 'E11.621' : 'E11.622';
    const diabetes = added(code, [said], about, 'The ulcer is called diabetic', ulcer.order - 0.5);
    return diabetes ? [diabetes, ...candidates] : [...candidates];
  },
};

function placeOf(disease: Candidate, about: Case): Candidate | undefined {
  for (const evidence of disease.evidence) {
    const text = clauseAround(about, evidence)?.text ?? evidence.quote;
    const hit = about.book
      .search(`non-pressure chronic ulcer ${text.replace(aside, ' ')}`, { limit: 5 })
      .find(({ code, billable }) => billable && /^L97/.test(code));
    if (hit)
      return added(
        hit.code,
        [evidence],
        about,
        `Place and depth of the ulcer: ${hit.path[0] ?? ''}`,
        disease.order + 0.5,
      );
  }
  return undefined;
}
