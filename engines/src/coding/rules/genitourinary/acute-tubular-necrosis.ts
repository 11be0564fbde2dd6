import type { Candidate } from '../../candidates.ts';
import { type CodingRule, moved } from '../rule.ts';
import { ofToday, said } from '../stated.ts';

const necrosis = /\b(?:ATN|acute tubular (?:necrosis|injury)|tubular necrosis)\b/gi;
const trauma = /\b(?:trauma\w*|crush\w*|rhabdo\w*)\b/i;

/** Acute kidney failure with tubular necrosis is one code, whichever of the two names the record has first. */
export const acuteTubularNecrosis: CodingRule = {
  id: 'acute-tubular-necrosis',
  source: 'ICD-10-CM tabular list, N17.0 to N17.9; guidelines I.B.9',
  reason: 'Acute kidney failure due to tubular necrosis is coded by the necrosis.',
  apply(candidates, about) {
    const isFailure = (candidate: Candidate) => candidate.code === 'N17.9' || isTraumatic(candidate);
    if (!candidates.some(isFailure)) return [...candidates];
    const stated = said(about, necrosis, ofToday);
    if (!stated || !about.book.lookup('N17.0')) return [...candidates];
    return candidates.map((candidate) => {
      if (!isFailure(candidate)) return candidate;
      const joined = moved(candidate, 'N17.0', about.book, 'Due to acute tubular necrosis');
      return { ...joined, evidence: [...candidate.evidence, stated.evidence] };
    });
  },
};

/** Anuria after a crush is indexed under the same words. */
function isTraumatic({ code, context }: Candidate): boolean {
  return /^T79\.5/.test(code) && !trauma.test(context);
}
