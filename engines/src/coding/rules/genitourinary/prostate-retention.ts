import type { Candidate } from '../../candidates.ts';
import { added, type CodingRule, moved } from '../rule.ts';
import { concluded } from '../stated.ts';

const obstruction =
  /\b(?:urinary|bladder outlet|outlet|prostatic|lower urinary tract|BOO|bladder neck) ?(?:tract )?obstruct\w*|\bBOO\b|\bobstructive uropathy\b|\b(?:BPH|prostat\w+) with obstruction\b/gi;

/** Retention due to an enlarged prostate has its own code, and an obstruction stands beside the prostate. */
export const prostateRetention: CodingRule = {
  id: 'prostate-retention',
  source: 'ICD-10-CM index, Retention, urine, due to hyperplasia of prostate; note at N40.1',
  reason: 'Retention and obstruction by an enlarged prostate are coded beside it.',
  apply(candidates, about) {
    const prostate = candidates.find(({ code }) => /^N40\.[01]/.test(code));
    if (!prostate || !about.book.lookup('N40.1')) return [...candidates];
    const blocked = concluded(about, obstruction);
    const isBlocked = ({ code }: Candidate) => /^N13\.[89]/.test(code);
    const withSymptoms = candidates.map((candidate) => {
      if (candidate.code === 'R33.9' && about.book.lookup('R33.8'))
        return moved(candidate, 'R33.8', about.book, 'Retention due to the prostate');
      if (candidate.code === 'N40.0' && blocked)
        return moved(candidate, 'N40.1', about.book, 'With urinary obstruction');
      return candidate;
    });
    if (!blocked || candidates.some(isBlocked)) return withSymptoms;
    // The outlet that the prostate blocks is said by the two codes.
    const others = withSymptoms.filter((one) => one.code !== 'N32.0');
    const code = added(
      'N13.8',
      [blocked.evidence],
      about,
      'Obstruction by the prostate',
      prostate.order + 0.2,
    );
    return code ? [...others, code] : withSymptoms;
  },
};
