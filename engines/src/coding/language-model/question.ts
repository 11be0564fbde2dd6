import type { EncounterRecord, Evidence, Suggestion } from '../../model/index.ts';
import { type Disclosure, deIdentify, mask } from './de-identify.ts';

/** A stretch of the record as the model sees it. */
interface ShownSpan {
  id: number;
  text: string;
}

/** A code the model may put before others, and the span it stands on. */
interface ShownCandidate {
  code: string;
  title: string;
  span: number;
}

/** All that a language model is ever told of a record. */
export interface Question {
  spans: ShownSpan[];
  candidates: ShownCandidate[];
}

const mostCandidates = 10;
/** UTF-16 units of the record to either side of the words a code stands on. */
const around = 90;
const longestSpan = 270;
const longestTitle = 160;

/**
 * What to ask about an encounter's suggestions: those behind the first-listed proposal, which no model may
 * move. Undefined when there is nothing to put in order, or nothing that may be shown.
 */
export function questionOf(
  suggestions: readonly Suggestion[],
  record: EncounterRecord,
  disclosure: Disclosure,
): Question | undefined {
  const movable = suggestions.slice(suggestions.findIndex(({ primary }) => primary) + 1);
  const spans: ShownSpan[] = [];
  const candidates = movable.slice(0, mostCandidates).flatMap(({ code, title, evidence }) => {
    const text = evidence[0] && shownText(evidence[0], record, disclosure);
    if (text === undefined || !/[A-Za-z]/.test(text.replaceAll(mask, ''))) return [];
    let span = spans.find((known) => known.text === text);
    if (!span) {
      span = { id: spans.length + 1, text };
      spans.push(span);
    }
    return [{ code, title: title.slice(0, longestTitle), span: span.id }];
  });
  return candidates.length < 2 ? undefined : { spans, candidates };
}

function shownText(
  { documentId, version, start, end }: Evidence,
  { documents }: EncounterRecord,
  disclosure: Disclosure,
): string | undefined {
  const document = documents.find((one) => one.documentId === documentId && one.version === version);
  if (!document) return undefined;
  const { text } = document;
  const line = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const from = Math.max(line, start - around);
  const most = Math.min(text.length, end + around, start + longestSpan);
  const lineEnd = text.slice(end, most).indexOf('\n');
  const to = lineEnd < 0 ? most : Math.min(most, end + lineEnd);
  return deIdentify(wholeWords(text, from, to), disclosure);
}

/** Half a name may be a word: what is cut through is left out. */
function wholeWords(text: string, from: number, to: number): string {
  const cuts = (at: number) => /^\S\S$/.test(text.slice(at - 1, at + 1));
  let shown = text.slice(from, to);
  if (cuts(to)) shown = shown.slice(0, Math.max(0, shown.search(/\s\S*$/)));
  if (from > 0 && cuts(from)) shown = /\s/.test(shown) ? shown.slice(shown.search(/\s/)) : '';
  return shown;
}
