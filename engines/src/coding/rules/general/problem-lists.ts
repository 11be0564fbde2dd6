import type { CodeBook } from '../../../model/index.ts';
import { type Candidate, candidateOf } from '../../candidates.ts';
import { type CodingRule, moved, type ReadDocument } from '../rule.ts';
import { sameSide, vague } from './specific-over-unspecified.ts';

/** The entries of problem lists, kept as documents of their own or in notes. */
function listed(read: readonly ReadDocument[], book: CodeBook): Candidate[] {
  return read.flatMap(({ document, mentions }) =>
    mentions
      .filter(({ assertion, clause }) => assertion === 'present' && clause.section.kind === 'problem-list')
      .flatMap((mention) => candidateOf(mention, document, book, Number.MAX_SAFE_INTEGER) ?? []),
  );
}

/**
 * What a problem list adds to what the visit addresses: evidence for the same code, and the detail that an
 * unspecified one lacks. It states nothing by itself, as entries outlive the conditions they name: a visit
 * codes what it treats, monitors or assesses.
 */
export const problemLists: CodingRule = {
  id: 'problem-lists',
  source: 'ICD-10-CM Official Guidelines IV.J',
  reason: 'A problem list supports what the visit addresses, and adds the detail it leaves out.',
  apply(candidates, { read, book }) {
    const entries = listed(read, book);
    if (entries.length === 0) return [...candidates];
    return candidates.map((candidate) => {
      const same = entries.filter(({ code }) => code === candidate.code);
      const exact = vague(candidate) ? oneDetail(candidate, entries) : undefined;
      const spans = exact ? exact.evidence : same.flatMap(({ evidence }) => evidence);
      const evidence = [...candidate.evidence, ...spans.filter((span) => !isIn(candidate, span))];
      if (!exact) return { ...candidate, evidence };
      const joined = moved(candidate, exact.code, book, 'The problem list has the detail');
      return { ...joined, evidence, confidence: Math.min(candidate.confidence, 0.6) };
    });
  },
};

function isIn({ evidence }: Candidate, span: Candidate['evidence'][number]): boolean {
  return evidence.some((own) => own.documentId === span.documentId && own.start === span.start);
}

/** The one specific entry of the same category; two of them contradict each other and settle nothing. */
function oneDetail(candidate: Candidate, entries: readonly Candidate[]): Candidate | undefined {
  const exact = entries.filter(
    (entry) =>
      !vague(entry) && entry.code.slice(0, 3) === candidate.code.slice(0, 3) && sameSide(entry, candidate),
  );
  return new Set(exact.map(({ code }) => code)).size === 1 ? exact[0] : undefined;
}
