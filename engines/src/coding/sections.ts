import type { DocumentKind } from '../model/index.ts';
import { headings, type SectionKind } from './headings.ts';

export type { SectionKind };

export interface Section {
  kind: SectionKind;
  /** As written, without the colon; empty before the first heading. */
  heading: string;
  /** Offsets of the text below or behind the heading. */
  start: number;
  end: number;
}

const kindOf = new Map<string, SectionKind>();
for (const [kind, names] of Object.entries(headings))
  for (const name of names) kindOf.set(name, kind as SectionKind);

const longestHeading = 45;
const longName = 7;

/** Folds a candidate heading: lower case, single spaces, no marks around it. */
function foldHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/[*#_•\-–]/g, ' ')
    .trim()
    .replaceAll(/\s{1,20}/g, ' ');
}

interface Heading {
  kind: SectionKind;
  heading: string;
  /** Where the heading's own text begins and where what it heads begins. */
  from: number;
  start: number;
}

/** The heading that a line, or a sentence inside a line, begins with. */
function headingAt(text: string, from: number, lineEnd: number): Heading | undefined {
  const window = text.slice(from, Math.min(lineEnd, from + longestHeading + 2));
  const colon = window.indexOf(':');
  if (colon > 0) {
    const name = foldHeading(window.slice(0, colon));
    const kind = kindOf.get(name) ?? kindOf.get(name.replace(/^\d{1,2}[.)] /, ''));
    if (kind) return { kind, heading: window.slice(0, colon).trim(), from, start: from + colon + 1 };
    return undefined;
  }
  // `Assessment. Migraine …`: only long names, as `Plan.` alone may end a sentence.
  const stop = window.indexOf('. ');
  const name = stop > 0 ? foldHeading(window.slice(0, stop)) : '';
  const kind = name.length > longName ? kindOf.get(name) : undefined;
  return kind && { kind, heading: window.slice(0, stop).trim(), from, start: from + stop + 1 };
}

/** A heading on a line of its own, with or without a colon. */
function lineHeading(text: string, from: number, lineEnd: number): Heading | undefined {
  if (lineEnd - from > longestHeading) return undefined;
  const line = text.slice(from, lineEnd);
  const kind = kindOf.get(foldHeading(line));
  // A single letter alone on a line is more often a bullet than a heading.
  if (!kind || line.trim().length < 2) return undefined;
  return { kind, heading: line.trim(), from, start: lineEnd };
}

/** A line in capitals that is no known heading ends the section before it: `LAB REPORT - CBC`. */
function isTitleLine(text: string, from: number, lineEnd: number): boolean {
  const line = text.slice(from, lineEnd).trim();
  return (
    line.length > 3 &&
    line.length < 60 &&
    /[A-Z]/.test(line) &&
    line === line.toUpperCase() &&
    !/[.;,:\d]/.test(line)
  );
}

/** What the text before any heading is for. */
const firstKind: Partial<Record<DocumentKind, SectionKind>> = {
  'problem-list': 'assessment',
  result: 'results',
  report: 'results',
};

/** Splits a document by its headings, at line starts and inside lines (`… Plt 250. Impression: leukocytosis`). */
export function sectionsOf(text: string, kind: DocumentKind): Section[] {
  const found: Heading[] = [{ kind: firstKind[kind] ?? 'body', heading: '', from: 0, start: 0 }];
  let lineStart = 0;
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const heading = lineHeading(text, lineStart, lineEnd) ?? headingAt(text, lineStart, lineEnd);
    if (heading) found.push(heading);
    else if (isTitleLine(text, lineStart, lineEnd)) {
      found.push({
        kind: 'body',
        heading: text.slice(lineStart, lineEnd).trim(),
        from: lineStart,
        start: lineEnd,
      });
    }
    findInside(text, heading?.start ?? lineStart, lineEnd, found);
    lineStart = lineEnd + 1;
  }
  return found.map(({ kind, heading, start }, at) => ({
    kind,
    heading,
    start,
    end: found[at + 1]?.from ?? text.length,
  }));
}

function findInside(text: string, from: number, lineEnd: number, found: Heading[]): void {
  for (let at = from; at < lineEnd; ) {
    const stop = text.indexOf('. ', at);
    if (stop < 0 || stop >= lineEnd) return;
    const heading = headingAt(text, stop + 2, lineEnd);
    if (heading) found.push(heading);
    at = stop + 2;
  }
}
