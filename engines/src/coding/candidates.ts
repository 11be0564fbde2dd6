import type { Assertion, CodeBook, DocumentKind, Evidence, SourceDocument } from '../model/index.ts';
import type { Mention, Rival } from './mention.ts';
import type { SectionKind } from './sections.ts';

/** What a candidate was first read from; its confidence is judged by it. */
interface Ground {
  /** A rule's ground is what the rule found in the record. */
  by: 'search' | 'term' | 'rule';
  section: SectionKind;
  document: DocumentKind;
  isHead: boolean;
  /** As of the mention: a search's score lies in 0–1, a term's weight has no upper end. */
  score: number;
  rivals: Rival[];
}

/** A code on its way to being suggested: where it stands, how it was reached, what rules did to it. */
export interface Candidate {
  code: string;
  title: string;
  assertion: Assertion;
  evidence: Evidence[];
  path: string[];
  missing: string[];
  /** 0–1, from section, wording and completeness: settles which of two grounds is kept. */
  confidence: number;
  ground: Ground;
  /** Order of first mention among the lines that name diagnoses. */
  order: number;
  /** Words around the mention, for binding side, stage and phase. */
  context: string;
}

/** The exact stretch of a document as evidence. */
export function evidenceOf(document: SourceDocument, start: number, end: number): Evidence {
  const { documentId, version, text } = document;
  return { documentId, version, start, end, quote: text.slice(start, end) };
}

/** How sure a mention is by where it stands. */
const sectionConfidence: Record<string, number> = {
  assessment: 0.9,
  impression: 0.9,
  plan: 0.75,
  body: 0.7,
  'present-illness': 0.5,
  complaint: 0.45,
};

/** Turns a mention into a candidate by completing its code with the words of its clause. */
export function candidateOf(
  mention: Mention,
  document: SourceDocument,
  book: CodeBook,
  order: number,
): Candidate | undefined {
  const said = document.text.slice(mention.start, mention.end);
  const completed = book.complete(mention.code, mention.context, said);
  // `Fracture` and no more is no diagnosis that anyone could bill.
  if (!completed.billable || /^T14/.test(completed.code)) return undefined;
  const base = sectionConfidence[mention.clause.section.kind] ?? 0.4;
  const head = mention.clause.isHead ? 0.05 : 0;
  return {
    code: completed.code,
    title: book.lookup(completed.code)?.title ?? '',
    assertion: mention.assertion,
    evidence: [evidenceOf(document, mention.start, mention.end)],
    path: [...mention.path, ...completed.steps],
    missing: completed.missing,
    confidence: Math.max(0.1, base + head - 0.1 * completed.missing.length),
    ground: {
      by: mention.by,
      section: mention.clause.section.kind,
      document: document.kind,
      isHead: mention.clause.isHead,
      score: mention.weight,
      rivals: mention.rivals,
    },
    order,
    context: mention.context,
  };
}

/** A code said a hundred times stands on its first mentions. */
const mostSpans = 12;
const longestContext = 2_000;

/** One candidate per code: evidence joined, the surest kept. */
export function mergeByCode(candidates: readonly Candidate[]): Candidate[] {
  const byCode = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = byCode.get(candidate.code);
    if (!known) {
      byCode.set(candidate.code, { ...candidate, evidence: [...candidate.evidence] });
      continue;
    }
    for (const evidence of candidate.evidence) {
      const same = known.evidence.some(
        (e) => e.documentId === evidence.documentId && e.start === evidence.start,
      );
      if (!same && known.evidence.length < mostSpans) known.evidence.push(evidence);
    }
    if (candidate.confidence > known.confidence) {
      known.confidence = candidate.confidence;
      known.ground = candidate.ground;
    }
    known.order = Math.min(known.order, candidate.order);
    if (known.context.length < longestContext) known.context += ` ; ${candidate.context}`;
  }
  return [...byCode.values()];
}
