import type { EncounterRecord, Evidence, Suggestion } from '../../model/index.ts';
import { type Disclosure, deIdentify, mask } from './de-identify.ts';

/** A stretch of the record as the model sees it. */
export interface ShownSpan {
  id: number;
  text: string;
}

/** A code the model may put before others, and the span it stands on. */
export interface ShownCandidate {
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
  const from = wholeWordsFrom(text, start);
  const to = wholeWordsTo(text, Math.min(end, start + around * 2));
  return deIdentify(text.slice(from, to), disclosure);
}

/** Half a name may be a word: what is cut is cut between words, and within the line. */
function wholeWordsFrom(text: string, start: number): number {
  const least = Math.max(0, start - around);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (start === 0 || line >= least) return Math.min(start, Math.max(line, 0));
  const space = text.slice(least, start).search(/\s/);
  return space < 0 ? start : least + space + 1;
}

function wholeWordsTo(text: string, end: number): number {
  const window = text.slice(end, end + around);
  const line = window.indexOf('\n');
  if (line >= 0) return end + line;
  if (end + around >= text.length) return text.length;
  const last = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\t'));
  return last < 0 ? end : end + last;
}
