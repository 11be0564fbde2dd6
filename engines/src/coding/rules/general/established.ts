import { type Candidate, candidateOf } from '../../candidates.ts';
import type { Mention } from '../../mention.ts';
import type { Case, CodingRule } from '../rule.ts';
import { keptApart } from './excludes.ts';

/** Where a note tells of what the patient lives with. */
const sections = new Set(['body', 'present-illness', 'past-history', 'social-history', 'problem-list']);
/** Diseases that are treated for years; symptoms, injuries and infections are coded when they are assessed. */
const chronic = /^(?:C|D[5-8]|E|F|G|I|J4|K2|K5|L4|M0|M1|M81|N18|N40)/;
const treated =
  /^[^.;]{0,30}?(?:,? (?:which|that) (?:he|she|they) takes? \w+ for|\bon (?:chronic |long-term )?[a-z]{5,}(?:ine|ol|in|il|am|pril|artan|statin|one|ide|ate|ium|oxin|xaban|rin|ab|afil)\b)/i;
/** Presence of what was implanted, dependence on a machine, and having smoked: true until the record says otherwise. */
const status = /^(?:Z95\.(?:0|1|2|5|81)|Z96\.6|Z99\.81|Z87\.891)/;

const mostSure = 0.4;

function isEstablished(mention: Mention, text: string): boolean {
  const { assertion, code, clause, end } = mention;
  if (!sections.has(clause.section.kind) || clause.isQuestion) return false;
  if (status.test(code)) return assertion === 'present' || assertion === 'history';
  return assertion === 'present' && chronic.test(code) && treated.test(text.slice(end, clause.end));
}

/**
 * What a visit's assessment passes over, but the note says is being treated, or is a status: suggested
 * last and with little confidence, for the coder to judge whether it affected care.
 */
export const established: CodingRule = {
  id: 'established',
  source: 'ICD-10-CM Official Guidelines IV.J and I.C.21.c.3',
  reason:
    'A status, or a chronic disease that is treated, may be coded though the assessment passes over it.',
  apply(candidates, { book, read }: Case) {
    const categories = new Set(candidates.map(({ code }) => code.slice(0, 3)));
    const found: Candidate[] = [];
    for (const { document, mentions } of read) {
      if (document.kind !== 'note') continue;
      for (const mention of mentions) {
        if (!isEstablished(mention, document.text) || categories.has(mention.code.slice(0, 3))) continue;
        const candidate = candidateOf(mention, document, book, candidates.length + 600 + found.length);
        if (!candidate || candidates.some((other) => keptApart(candidate, other, book))) continue;
        const why = status.test(candidate.code)
          ? 'A status that the history states (I.C.21.c.3)'
          : 'Established and treated, though the assessment does not take it up (IV.J)';
        found.push({
          ...candidate,
          assertion: 'present',
          confidence: Math.min(candidate.confidence, mostSure),
          path: [...candidate.path, why],
        });
      }
    }
    return candidates.length === 0 ? [...candidates] : [...candidates, ...found];
  },
};
