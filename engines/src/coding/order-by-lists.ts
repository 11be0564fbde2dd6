import type { Evidence } from '../model/index.ts';
import type { Candidate } from './candidates.ts';
import type { Case } from './rules/rule.ts';
import { sectionFinder } from './section-places.ts';

/** Lists that name what the stay or visit was for. */
const concluding = /\b(?:discharge|final|principal|primary)\b|^(?:dc|d\/c) ?dx\b|^dcdx\b|^pdx\b/i;
/** Lists of what the patient has besides. */
const besides = /\b(?:chronic|comorbid\w*|secondary|other)\b|^sdx\b/i;

/** Less than any step between two orders. */
const justBefore = 0.001;

/**
 * Where each candidate stands by the lists that name it: its order in the record, but after all others where only
 * lists of chronic, comorbid or secondary conditions name it and the record also lists its discharge, final or
 * principal diagnoses; what both name stands where the latter has it. Source: UHDDS definitions of principal and
 * other diagnoses (guidelines II and III).
 */
export function orderByLists(
  candidates: readonly Candidate[],
  { read }: Case,
): (candidate: Candidate) => number {
  const sectionOf = sectionFinder(read);
  const isBesides = (span: Evidence) => besides.test(sectionOf(span).heading);
  const placed = candidates.map((candidate) => ({
    candidate,
    /** First named by a list of what is there besides. */
    isLate: candidate.evidence[0] !== undefined && isBesides(candidate.evidence[0]),
    concluded: candidate.evidence.find(
      (span) => concluding.test(sectionOf(span).heading) && !isBesides(span),
    ),
  }));
  const leading = placed.filter(({ concluded }) => concluded !== undefined);
  if (leading.length === 0) return ({ order }) => order;
  const behindAll = Math.max(...candidates.map(({ order }) => order)) + 1;
  const behindList = Math.max(
    ...leading.filter(({ isLate }) => !isLate).map((one) => one.candidate.order),
    0,
  );
  const orders = new Map(
    placed.map(({ candidate, isLate, concluded }) => {
      const { order } = candidate;
      if (!isLate) return [candidate, order];
      if (!concluded) return [candidate, behindAll + order];
      const next = leading
        .filter((other) => !other.isLate && isBehind(other.concluded, concluded))
        .map((other) => other.candidate.order);
      return [candidate, next.length > 0 ? Math.min(...next) - justBefore : behindList + justBefore];
    }),
  );
  return (candidate) => orders.get(candidate) ?? candidate.order;
}

function isBehind(one: Evidence | undefined, other: Evidence): boolean {
  return one !== undefined && one.documentId === other.documentId && one.start > other.start;
}
