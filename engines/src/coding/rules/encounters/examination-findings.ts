import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { clauseAround } from '../stated.ts';

/** Routine examinations that are divided by whether their findings were abnormal: with → without. */
const divided: Readonly<Record<string, string>> = {
  'Z00.01': 'Z00.00',
  'Z00.121': 'Z00.129',
  'Z01.411': 'Z01.419',
  'Z01.01': 'Z01.00',
  'Z01.118': 'Z01.10',
};
const abnormal = /\babn(?:ormal|\b)/i;
const findings = /\babn(?:ormal)? findings?\b/i;
const noneAbnormal =
  /\b(?:no|without|w\/o|not|denies|negative for|normal,? no) (?:any |significant |new )?abn(?:ormal|\b)/i;

/** Findings are abnormal when the record calls them so. */
export const examinationFindings: CodingRule = {
  id: 'examination-findings',
  source: 'ICD-10-CM Official Guidelines I.C.21.c.12 and IV.P',
  reason: 'An examination is with abnormal findings only where the record calls one abnormal.',
  apply(candidates, about) {
    return candidates.map((candidate) => {
      const without = divided[candidate.code];
      if (!without || !about.book.lookup(without)?.billable || saysAbnormal(candidate, about))
        return candidate;
      return moved(candidate, without, about.book, 'No finding is called abnormal');
    });
  },
};

/** Said with the examination itself, or anywhere of findings. */
function saysAbnormal({ evidence }: Candidate, about: Case): boolean {
  const own = evidence.map((span) => clauseAround(about, span)?.text ?? span.quote);
  if (own.some((text) => abnormal.test(text) && !noneAbnormal.test(text))) return true;
  return about.read.some(({ clauses }) =>
    clauses.some(({ text }) => findings.test(text) && !noneAbnormal.test(text)),
  );
}
