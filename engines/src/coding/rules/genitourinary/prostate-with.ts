import { type Candidate, candidateOf } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';

/** Lower urinary tract symptoms that the tabular list names at N40.1. */
const urinarySymptom = /^(?:R33|R35|R39\.1|N39\.4)/;

/** An enlarged prostate with symptoms is one code, and the symptom stays beside it. */
export const prostateWith: CodingRule = {
  id: 'prostate-with',
  source: 'ICD-10-CM tabular list, N40.0 and N40.1 with its note "use additional code"',
  reason: 'An enlarged prostate with urinary symptoms is one code, and the symptom stays beside it.',
  apply(candidates, about) {
    const { book } = about;
    const stated = candidates.find(({ code }) => urinarySymptom.test(code));
    const prostate = candidates.find(({ code }) => code === 'N40.1' || code === 'N40.0');
    if (!prostate || !book.lookup('N40.1')) return [...candidates];
    const told = prostate.code === 'N40.1' || stated ? symptomsTold(candidates, prostate, about) : [];
    const symptom = stated ?? told[0];
    if (!symptom) return [...candidates];
    return [...candidates, ...told].map((candidate) => {
      if (candidate.code !== 'N40.0') return candidate;
      const joined = moved(candidate, 'N40.1', book, `With ${symptom.title.toLowerCase()}`);
      return { ...joined, evidence: [...candidate.evidence, ...symptom.evidence] };
    });
  },
};

/** What the assessment tells of the symptoms, besides naming the enlarged prostate: `mainly nocturia and a weak stream`. */
function symptomsTold(
  candidates: readonly Candidate[],
  prostate: Candidate,
  { read, book }: Case,
): Candidate[] {
  const known = new Set(candidates.map(({ code }) => code));
  const found: Candidate[] = [];
  for (const { document, mentions } of read) {
    for (const mention of mentions) {
      const concluded =
        mention.clause.section.kind === 'assessment' || mention.clause.section.kind === 'impression';
      if (!concluded || mention.assertion !== 'present' || !urinarySymptom.test(mention.code)) continue;
      const symptom = candidateOf(mention, document, book, prostate.order + 0.5 + found.length / 100);
      if (!symptom || known.has(symptom.code)) continue;
      known.add(symptom.code);
      found.push(symptom);
    }
  }
  return found;
}
