import { type Candidate, candidateOf } from '../../candidates.ts';
import type { Mention } from '../../mention.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { sameSide } from './specific-over-unspecified.ts';

/** Where a visit states its diagnoses, and where a discharge tells of the stay: a complaint is no detail of a diagnosis. */
const ofVisit = new Set(['assessment', 'impression', 'plan', 'body', 'indication']);
const ofStay = new Set([...ofVisit, 'present-illness', 'results', 'complaint', 'exam']);
/** Diabetes is detailed by what comes with it; reasons for contact and injuries have rules of their own. */
const leftAlone = /^(?:N17|E0[89]|E1[013]|Z|[S-Y]|O|P|A4[01]|C7[789])/;
const open = /\bunspecified\b|\bNOS\b/i;

/** A name without its detail takes it from where the record tells of the same disease in full. */
export const detailElsewhere: CodingRule = {
  id: 'detail-elsewhere',
  source: 'ICD-10-CM Official Guidelines I.B.2 and I.B.18; the whole record is the basis of a code (II, III)',
  reason: 'The detail that the list of diagnoses leaves out stands elsewhere in the record.',
  apply(candidates, about) {
    const asked = candidates.filter(({ code, title }) => open.test(title) && !leftAlone.test(code));
    if (asked.length === 0) return [...candidates];
    const told = tellings(new Set(asked.map(({ code }) => code.slice(0, 3))), about);
    return candidates.map((candidate) => {
      if (!asked.includes(candidate)) return candidate;
      const exact = told.filter(
        (one) =>
          one.code.slice(0, 3) === candidate.code.slice(0, 3) &&
          !open.test(one.title) &&
          sameSide(one, candidate),
      );
      const [only] = exact;
      if (!only || new Set(exact.map(({ code }) => code)).size > 1) return candidate;
      const joined = moved(candidate, only.code, about.book, 'The detail stands elsewhere in the record');
      return { ...joined, evidence: [...candidate.evidence, ...only.evidence] };
    });
  },
};

const mostTellings = 80;

function tellings(categories: ReadonlySet<string>, { read, record, book }: Case): Candidate[] {
  const telling = record.setting === 'inpatient' ? ofStay : ofVisit;
  const meant = ({ assertion }: Mention) =>
    assertion === 'present' || (assertion === 'uncertain' && record.setting === 'inpatient');
  return read.flatMap(({ document, mentions }) =>
    document.kind === 'problem-list'
      ? []
      : mentions
          .filter(
            (mention) =>
              categories.has(mention.code.slice(0, 3)) &&
              telling.has(mention.clause.section.kind) &&
              meant(mention),
          )
          .slice(0, mostTellings)
          .flatMap((mention) => candidateOf(mention, document, book, Number.MAX_SAFE_INTEGER) ?? []),
  );
}
