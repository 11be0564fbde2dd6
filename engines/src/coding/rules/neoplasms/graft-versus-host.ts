import type { Candidate } from '../../candidates.ts';
import { added, type CodingRule } from '../rule.ts';
import { concluded, said } from '../stated.ts';

const disease = /\b(?:GVHD|graft[- ]v(?:ersu)?s\.?[- ]host)\b/gi;
const marrow = /\b(?:bone marrow|marrow|BMT)\b/gi;
const stem = /\b(?:stem cells?|SCT|HSCT|PBSC\w*|cord blood)\b/gi;

/** Graft-versus-host disease follows the complication of the transplant that caused it. */
export const graftVersusHost: CodingRule = {
  id: 'graft-versus-host',
  source:
    'ICD-10-CM tabular list, D89.81- "code first underlying cause" (T86.0-, T86.5); guidelines I.C.19.g.3.a',
  reason: 'The complication of the transplant comes first, and the disease of the graft after it.',
  apply(candidates, about) {
    const stated = concluded(about, disease);
    if (!stated) return [...candidates];
    const graft = said(about, marrow) ? 'T86.09' : said(about, stem) ? 'T86.5' : undefined;
    const text = stated.clause.text;
    const acute = /\bacute\b/i.test(text);
    const chronic = /\bchronic\b/i.test(text);
    const last = acute && chronic ? '2' : acute ? '0' : chronic ? '1' : '3';
    const isGraft = ({ code }: Candidate) => /^T86\.(?:0|5)/.test(code);
    const kept = candidates.filter(
      // The status is in the complication's code. Source: I.C.21.c.3.
      ({ code }) =>
        !(graft && /^Z94\.8[14]/.test(code)) && !(/^D89\.81/.test(code) && code !== `D89.81${last}`),
    );
    const order = Math.min(
      kept.length,
      ...kept.filter((one) => isGraft(one) || /^D89\.81/.test(one.code)).map((one) => one.order),
      0,
    );
    const codes = [
      ...(graft && !kept.some(isGraft) ? [graft] : []),
      ...(kept.some(({ code }) => code === `D89.81${last}`) ? [] : [`D89.81${last}`]),
    ];
    const found = codes.flatMap(
      (code, at) =>
        added(
          code,
          [stated.evidence],
          about,
          'Graft-versus-host disease of the transplant',
          order - 0.5 + at * 0.1,
        ) ?? [],
    );
    return [...kept, ...found];
  },
  standsFor: ({ code }) => /^(?:T86|D89\.81)/.test(code),
};
