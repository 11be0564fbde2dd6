import { type CodingRule, moved } from './rule.ts';

/** Lower urinary tract symptoms that the tabular list names at N40.1. */
const urinarySymptom = /^(?:R33|R35|R39\.1|N39\.4)/;

/** An enlarged prostate with symptoms is one code, and the symptom stays beside it. */
export const prostateWith: CodingRule = {
  id: 'prostate-with',
  source: 'ICD-10-CM tabular list, N40.0 and N40.1 with its note "use additional code"',
  reason: 'An enlarged prostate with urinary symptoms is one code, and the symptom stays beside it.',
  apply(candidates, { book }) {
    const symptom = candidates.find(({ code }) => urinarySymptom.test(code));
    if (!symptom || !book.lookup('N40.1')) return [...candidates];
    return candidates.map((candidate) => {
      if (candidate.code !== 'N40.0') return candidate;
      const joined = moved(candidate, 'N40.1', book, `With ${symptom.title.toLowerCase()}`);
      return { ...joined, evidence: [...candidate.evidence, ...symptom.evidence] };
    });
  },
};
