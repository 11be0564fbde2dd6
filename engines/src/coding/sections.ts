import type { DocumentKind, SectionKind } from '../model/index.ts';
import { headings } from './headings.ts';

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
/** With what stands in parentheses behind it: `PAST MEDICAL HISTORY (unchanged, carried forward)`. */
const longestHeadingLine = 100;
const longName = 7;

/** Headings that clinicians write straight before the text, without a colon: `PMH HTN, gout`, `A/P cystitis`. */
const bare =
  /^(?:HPI|PMHX?|PMHx|PSH|FHX?|FHx|SHX?|SHx|ROS|VS|PE|MSE|A\/P|A&P|a\/p|pmh|psh|fh|ros|hpi|Meds|MEDS|meds|NKDA|Imp|IMP)(?= +[^\s:=-])/;
/** `My impression is plantar fasciitis`: dictation says its heading as a sentence. */
const spoken =
  /^(?:My |The )?(?:impression|assessment|diagnosis)(?: today| here)? is (?!as follows|that\b|not\b)/i;
/** What is kept from an earlier note says how things were then. */
const copied = /\b(?:copied|copy|carried|unchanged|old records?|prior note)\b/i;
/** What a heading begins and a blank line ends, when its text stands on the line of the heading itself. */
const shortKinds: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'complaint',
  'indication',
  'family-history',
  'social-history',
  'allergies',
  'medications',
  'vitals',
  'review-of-systems',
  'problem-list',
  'past-history',
]);
const conclusions: ReadonlySet<SectionKind> = new Set<SectionKind>(['assessment', 'impression', 'plan']);

/** `MDM: ACS ruled out with serial troponins`: thoughts on the way, where a diagnosis is stated besides. */
const weighs = (heading: string) => /^(?:mdm|medical decision making)$/i.test(heading);

const bullet = /^\s{0,3}[-•*–▪◦‣·]/;

/** Folds a candidate heading: lower case, single spaces, no marks around it. */
function foldHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/[*#_•\-–]/g, ' ')
    .trim()
    .replaceAll(/\s{1,20}/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .replace(/[.:]$/, '');
}

const concluding = new Set(
  'assessment assessments impression impressions diagnosis diagnoses dx conclusion conclusions'.split(' '),
);
/** Words that a conclusion's heading may have besides: `Impression and Recommendations`, `Final ED Diagnosis`. */
const besides = new Set(
  `and plan plans recommendation recommendations of the final clinical working discharge ed er visit today todays summary
  overall primary secondary principal additional other updated current discussion treatment medical decision making my
  provider physician problem problems orders follow up for`.split(/\s+/),
);

/** A heading put together from words that conclude and words that go with them. */
function composedKind(name: string): SectionKind | undefined {
  const words = name.split(/[^a-z]+/).filter((word) => word !== '');
  const concludes = words.some((word) => concluding.has(word));
  return concludes && words.every((word) => concluding.has(word) || besides.has(word))
    ? 'assessment'
    : undefined;
}

/** The kind that a heading's words name, and what a remark in parentheses behind them makes of it. */
function kindNamed(text: string): SectionKind | undefined {
  const open = text.indexOf('(');
  const name = foldHeading(open > 0 ? text.slice(0, open) : text);
  const kind = kindOf.get(name) ?? kindOf.get(name.replace(/^\d{1,2}[.)] /, '')) ?? composedKind(name);
  if (!kind || open < 0) return kind;
  return copied.test(text.slice(open)) && kind !== 'problem-list' ? 'past-history' : kind;
}

interface Heading {
  kind: SectionKind;
  heading: string;
  /** Where the heading's own text begins and where what it heads begins. */
  from: number;
  start: number;
}

/** The heading that a line, or a sentence inside a line, begins with. */
function headingAt(text: string, from: number, lineEnd: number, startsLine: boolean): Heading | undefined {
  const window = text.slice(from, Math.min(lineEnd, from + longestHeadingLine));
  const colon = window.indexOf(':');
  if (colon > 0) {
    const kind =
      colon <= longestHeading || window.charAt(colon - 1) === ')'
        ? kindNamed(window.slice(0, colon))
        : undefined;
    if (kind) return { kind, heading: window.slice(0, colon).trim(), from, start: from + colon + 1 };
  }
  // `Assessment. Migraine …`: inside a line only long names, as `Plan.` alone may end a sentence.
  const stop = window.slice(0, longestHeading).indexOf('. ');
  const name = stop > 0 ? foldHeading(window.slice(0, stop)) : '';
  const kind = name.length > (startsLine ? 3 : longName) ? kindOf.get(name) : undefined;
  if (kind) return { kind, heading: window.slice(0, stop).trim(), from, start: from + stop + 1 };
  return undefined;
}

/** `PMH T1DM, NPDR. Meds lispro. FH n/c`: abbreviated headings that the text follows at once. */
function bareHeadingAt(
  text: string,
  from: number,
  lineEnd: number,
  within: SectionKind,
): Heading | undefined {
  const sentence = spoken.exec(text.slice(from, Math.min(lineEnd, from + longestHeading)));
  if (sentence)
    return { kind: 'impression', heading: sentence[0].trim(), from, start: from + sentence[0].length };
  const match = bare.exec(text.slice(from, Math.min(lineEnd, from + 12)));
  const kind = match && kindOf.get(foldHeading(match[0]));
  if (!match || !kind) return undefined;
  // Among diagnoses `PE` is an embolism.
  if (conclusions.has(within) && !conclusions.has(kind)) return undefined;
  return { kind, heading: match[0], from, start: from + match[0].length };
}

/** A heading on a line of its own, with or without a colon. */
function lineHeading(text: string, from: number, lineEnd: number): Heading | undefined {
  if (lineEnd - from > longestHeadingLine) return undefined;
  const line = text.slice(from, lineEnd).trim();
  if (line.length > longestHeading && !line.endsWith(')')) return undefined;
  const kind = kindNamed(line);
  // A single letter alone on a line is more often a bullet than a heading.
  if (!kind || line.length < 2) return undefined;
  return { kind, heading: line, from, start: lineEnd };
}

/** A line in capitals that is no known heading ends the section before it: `LAB REPORT - CBC`. */
function isTitleLine(text: string, from: number, lineEnd: number): boolean {
  const line = text.slice(from, lineEnd).trim();
  // The first line is a title when it is mostly capitals, whatever stands behind: `STI NAAT, URINE (male, 22)`.
  if (from === 0 && line.length < 90 && /^[A-Z][A-Z/&-]+[ ,]+[A-Z]{2}/.test(line)) return true;
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
  'problem-list': 'problem-list',
  result: 'results',
  report: 'results',
};

/** Splits a document by its headings, at line starts and inside lines (`… Plt 250. Impression: leukocytosis`). */
export function sectionsOf(text: string, kind: DocumentKind): Section[] {
  const found: Heading[] = [{ kind: firstKind[kind] ?? 'body', heading: '', from: 0, start: 0 }];
  const within = () => found.at(-1)?.kind ?? 'body';
  let lineStart = 0;
  let blankBefore = true;
  /** Whether the text of the latest heading stands on its own line. */
  let inline = false;
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const isBlank = text.slice(lineStart, Math.min(lineEnd, lineStart + longestHeadingLine)).trim() === '';
    const named = isBlank
      ? undefined
      : (lineHeading(text, lineStart, lineEnd) ??
        headingAt(text, lineStart, lineEnd, true) ??
        bareHeadingAt(text, lineStart, lineEnd, within()));
    // `• Surgical: septoplasty` below a diagnosis is a part of it, not another section.
    const heading =
      named &&
      conclusions.has(within()) &&
      !conclusions.has(named.kind) &&
      bullet.test(text.slice(lineStart, lineStart + 4))
        ? undefined
        : named;
    if (heading) {
      found.push(heading);
      inline = text.slice(heading.start, lineEnd).trim() !== '';
    } else if (blankBefore && isTitleLine(text, lineStart, lineEnd)) {
      found.push({
        kind: 'body',
        heading: text.slice(lineStart, lineEnd).trim(),
        from: lineStart,
        start: lineEnd,
      });
    } else if (blankBefore && !isBlank && inline && shortKinds.has(within())) {
      found.push({ kind: 'body', heading: '', from: lineStart, start: lineStart });
    }
    const before = found.length;
    findInside(text, heading?.start ?? lineStart, lineEnd, found);
    if (found.length > before) inline = true;
    blankBefore = isBlank;
    lineStart = lineEnd + 1;
  }
  const concluded = found.some(
    ({ kind, heading }) => conclusions.has(kind) && kind !== 'plan' && !weighs(heading),
  );
  return found.map(({ kind, heading, start }, at) => ({
    // What was weighed on the way to a diagnosis that is stated besides concludes nothing.
    kind: concluded && weighs(heading) ? ('body' as const) : kind,
    heading,
    start,
    end: found[at + 1]?.from ?? text.length,
  }));
}

function findInside(text: string, from: number, lineEnd: number, found: Heading[]): void {
  // Looked for in the line alone: in a text of short lines the next full stop may be a megabyte away.
  const line = text.slice(from, lineEnd);
  for (let at = from; at < lineEnd; ) {
    const stop = from + line.indexOf('. ', at - from);
    if (stop < at) return;
    const heading =
      headingAt(text, stop + 2, lineEnd, false) ??
      bareHeadingAt(text, stop + 2, lineEnd, found.at(-1)?.kind ?? 'body');
    if (heading) found.push(heading);
    at = stop + 2;
  }
}
