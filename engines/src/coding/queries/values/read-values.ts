import type { SourceDocument } from '../../../model/index.ts';
import type { Clause } from '../../clauses.ts';
import type { ReadDocument } from '../../rules/rule.ts';
import { clauseAt } from '../../section-places.ts';
import type { FoundValue } from './found-value.ts';
import { isLabel } from './labels.ts';
import { readStretch } from './read-stretch.ts';
import { tokensOf } from './tokens.ts';

/** Doses, plans, other people's values and what an earlier question repeats stand in these. */
const unread = new Set(['family-history', 'medications', 'allergies', 'instructions', 'indication']);
/** What is measured in another fluid has other limits. */
const otherFluid = /\b(?:urin|csf|cerebrospinal|pleural|synovial|ascit|peritoneal|body fluid|stool)/i;
const earlier = /\b(?:before|prior|previous|ago|last (?:year|month)|old)\b/i;

const longestStretch = 4_000;
/** A record with more values is no record of one encounter; what comes later is not read. */
const mostValues = 3_000;

/** The values that a document states, `Na 128 (L)`, `sodium was 128`, `Cr 1.0 → 2.4`, in one pass. */
export function readValues({ document, clauses }: ReadDocument): FoundValue[] {
  const { text, title } = document;
  if (title !== undefined && otherFluid.test(title)) return [];
  const isPast = title !== undefined && earlier.test(title);
  const found: FoundValue[] = [];
  for (let from = 0; from < text.length && found.length < mostValues; ) {
    const to = stretchEnd(text, from);
    const tokens = tokensOf(text, from, to, isLabel);
    for (const reading of readStretch(tokens, text)) {
      if (found.length >= mostValues) break;
      const { start, end, analyte, ...read } = reading;
      if (isLeftOut(clauses, start)) continue;
      found.push({
        ...read,
        isPast: isPast || read.isPast,
        id: analyte.id,
        name: analyte.name,
        ...placeOf(document, start, end),
      });
    }
    from = to + 1;
  }
  return found;
}

function isLeftOut(clauses: readonly Clause[], start: number): boolean {
  return unread.has(clauseAt(clauses, start)?.section.kind ?? 'body');
}

function placeOf({ documentId, version, text }: SourceDocument, start: number, end: number) {
  return { documentId, version, start, end, quote: text.slice(start, end) };
}

/** The end of the line; a line as long as a page is cut at a blank. */
function stretchEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  const end = newline < 0 ? text.length : newline;
  if (end - from <= longestStretch) return end;
  const blank = text.lastIndexOf(' ', from + longestStretch);
  return blank > from ? blank : from + longestStretch;
}
