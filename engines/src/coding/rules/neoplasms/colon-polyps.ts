import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type CodingRule } from '../rule.ts';
import { concludes, statements } from '../stated.ts';

const adenoma =
  /\b(?:adenomas?|adenomatous(?: polyps?)?|(?:tubul\w+|villous|serrated) (?:adenomas?|lesions?|polyps?))\b/gi;
/** Parts of the large intestine, and the last digit of a benign neoplasm there. */
const parts: { name: RegExp; digit: string }[] = [
  { name: /\b(?:cecum|cecal)\b/i, digit: '0' },
  { name: /\b(?:appendix|appendiceal)\b/i, digit: '1' },
  { name: /\bascending(?: colon)?\b/i, digit: '2' },
  { name: /\b(?:transverse(?: colon)?|hepatic flexure|splenic flexure)\b/i, digit: '3' },
  { name: /\bdescending(?: colon)?\b/i, digit: '4' },
  { name: /\bsigmoid(?: colon)?\b/i, digit: '5' },
  { name: /\brectosigmoid\b/i, digit: '7' },
  { name: /\b(?:rectum|rectal)\b/i, digit: '8' },
];
/** What the words lead to without their site. */
const unsited = /^(?:D12\.6|D36\.9|K63\.5|K62\.1)$/;

/** Adenomas of the colon are benign neoplasms of each part that they were taken from. */
export const colonPolyps: CodingRule = {
  id: 'colon-polyps',
  source: 'ICD-10-CM index, Polyp, colon, adenomatous and Adenoma; tabular list, D12',
  reason: 'An adenoma of the colon is coded by the part it was taken from.',
  apply(candidates, about) {
    const found = new Map<string, Candidate>();
    for (const { clause, document } of statements(about, adenoma, (one) => concludes(one, about))) {
      for (const { name, digit } of parts) {
        const match = name.exec(clause.text);
        // `Rectosigmoid` is neither of the two it is put together from.
        if (!match || found.has(`D12.${digit}`)) continue;
        const start = clause.start + match.index;
        const span = evidenceOf(document, start, start + match[0].length);
        const one = added(
          `D12.${digit}`,
          [span],
          about,
          'Adenoma of the colon by its part',
          found.size * 0.1,
        );
        if (one) found.set(one.code, one);
      }
    }
    if (found.size === 0) return [...candidates];
    const kept = candidates.filter((one) => !isOfAdenoma(one));
    const known = new Set(kept.map(({ code }) => code));
    return [...kept, ...[...found.values()].filter(({ code }) => !known.has(code))];
  },
  standsFor: ({ code }) => /^D12/.test(code),
};

function isOfAdenoma({ code, evidence }: Candidate): boolean {
  return unsited.test(code) && evidence.every(({ quote }) => /adenom|serrated|villous/i.test(quote));
}
