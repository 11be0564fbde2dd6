import { added, type CodingRule } from '../rule.ts';
import { ofToday, statements } from '../stated.ts';

/** A kind of high risk and a result, in either order, within one sentence. */
const found =
  /\b(?:high[- ]risk|HR|HR-?HPV)\b[^.;:,]{0,40}\b(?:detected|positive|pos)\b|\bHPV(?: (?:type|genotype))? ?(?:16|18)[^.;:,]{0,20}\b(?:detected|positive|pos)\b|\bHPV[^.;,]{0,20}\b(?:positive|detected|pos)\b|\bother HR (?:types? )?(?:positive|detected)\b/gi;
const low = /\blow[- ]risk\b/i;

/** High-risk papilloma virus in a smear of the cervix is coded beside what the cells look like. */
export const highRiskHpv: CodingRule = {
  id: 'high-risk-hpv',
  source:
    'ICD-10-CM index, Findings, abnormal, in specimens from cervix uteri, high risk HPV DNA test positive',
  reason: 'A positive test for high-risk papilloma virus is coded beside the cytology.',
  apply(candidates, about) {
    const smear =
      candidates.find(({ code }) => /^(?:R87\.61|N87|Z12\.4)/.test(code)) ??
      (about.read.some(({ document }) => /\bpap\b/i.test(document.text.slice(0, 80)))
        ? { order: 0 }
        : undefined);
    if (!smear || candidates.some(({ code }) => /^(?:R87\.81|R85\.81)/.test(code))) return [...candidates];
    const stated = statements(
      about,
      found,
      (clause) => /HPV/i.test(clause.text) && ofToday(clause) && clause.section.kind !== 'indication',
    ).find(({ match }) => !low.test(match[0]) && !/\bnot detected\b/i.test(match[0]));
    const code =
      stated && added('R87.810', [stated.evidence], about, 'High-risk HPV found', smear.order + 0.2);
    return code ? [...candidates, code] : [...candidates];
  },
};
