import type { CodeBook, Suggestion } from '../model/index.ts';
import type { Candidate } from './candidates.ts';

/** Candidates as suggestions: sequence, instructions of the tabular list, what is missing. */
export function present(candidates: readonly Candidate[], book: CodeBook): Suggestion[] {
  const ordered = [...candidates].sort((a, b) => a.order - b.order);
  const first = ordered.find((candidate) => !/^[V-Y]/.test(candidate.code));
  return ordered.map((candidate) => ({
    code: candidate.code,
    system: book.edition.system,
    title: candidate.title,
    confidence: Math.round(candidate.confidence * 100) / 100,
    primary: candidate === first,
    assertion: candidate.assertion,
    evidence: candidate.evidence,
    path: candidate.path,
    notes: [],
  }));
}
