import { added, type CodingRule } from '../rule.ts';
import { ofToday, said } from '../stated.ts';

/** Infections and the organisms named beside them; resistant staphylococci have codes of their own. */
const infection = /^(?:A[0-4]|B9[56]|J1[3-8]|N10|N30|N39\.0|L0[2-8]|T8[0-8]|K65|M00|M86|O23|O86)/;

/** Abbreviations in capitals only: `Cre 1.2` is a creatinine. */
const resistances = [
  {
    pattern: /\b(?:ESBL|[Ee]xtended[- ]spectrum beta[- ]?lactamase)(?:[- ]produc\w+)?\b/g,
    code: 'Z16.12',
  },
  { pattern: /\b(?:VRE|[Vv]ancomycin[- ]resistant)\b/g, code: 'Z16.21' },
  { pattern: /\b(?:CRE|[Cc]arbapenem[- ]resistant|[Cc]arbapenemase)\b(?! ?\d)/g, code: 'Z16.13' },
  { pattern: /\b(?:MDRO|[Mm]ulti-?drug[- ]resistant)\b/g, code: 'Z16.24' },
];

/** An infection whose organism resists drugs has the resistance coded beside it. */
export const drugResistance: CodingRule = {
  id: 'drug-resistance',
  source: 'ICD-10-CM Official Guidelines I.C.1.c; tabular list, Z16',
  reason: 'The resistance of an organism to drugs is coded beside the infection.',
  apply(candidates, about) {
    const infected = candidates.findLast(({ code }) => infection.test(code));
    if (!infected || candidates.some(({ code }) => /^Z16/.test(code))) return [...candidates];
    for (const { pattern, code } of resistances) {
      const stated = said(about, pattern, ofToday);
      const found =
        stated &&
        added(code, [stated.evidence], about, 'Resistance that the record states', infected.order + 0.6);
      if (found) return [...candidates, found];
    }
    return [...candidates];
  },
};
