import type { DocumentKind } from '../model/index.ts';

/** What a stretch of a document is for; decides whether its mentions may be coded. */
export type SectionKind =
  | 'assessment'
  | 'plan'
  | 'impression'
  | 'complaint'
  | 'present-illness'
  | 'past-history'
  | 'family-history'
  | 'social-history'
  | 'medications'
  | 'allergies'
  | 'review-of-systems'
  | 'exam'
  | 'vitals'
  | 'results'
  | 'indication'
  | 'procedure'
  | 'instructions'
  | 'body';

export interface Section {
  kind: SectionKind;
  /** As written, without the colon; empty before the first heading. */
  heading: string;
  /** Offsets of the text below or behind the heading. */
  start: number;
  end: number;
}

const headings: Record<Exclude<SectionKind, 'body'>, string[]> = {
  assessment: [
    'assessment',
    'a',
    'a/p',
    'ap',
    'a&p',
    'a p',
    'assessment and plan',
    'assessment & plan',
    'assessment/plan',
    'assessment plan',
    'dx',
    'diagnosis',
    'diagnoses',
    'discharge diagnosis',
    'discharge diagnoses',
    'final diagnosis',
    'final diagnoses',
    'clinical impression',
    'principal diagnosis',
    'secondary diagnoses',
    'admitting diagnosis',
    'problem list',
    'active problems',
    'problems',
    'visit diagnoses',
    'encounter diagnoses',
    'primary diagnosis',
    'other diagnoses',
    'ddx',
    'postoperative diagnosis',
    'post-operative diagnosis',
    'imp/plan',
    'impression and plan',
    'impression/plan',
    'impression & plan',
    'hospital problems',
    'active problem list',
    'diagnosis codes',
    'assessments',
  ],
  plan: [
    'plan',
    'p',
    'recommendations',
    'treatment',
    'treatment plan',
    'orders',
    'disposition',
    'dispo',
    'mdm',
    'medical decision making',
    'hospital course',
    'recs',
    'management',
    'plan of care',
  ],
  impression: [
    'impression',
    'interpretation',
    'conclusion',
    'conclusions',
    'imp',
    'final impression',
    'final interpretation',
    'my impression is as follows',
    'my impression',
    'impressions',
    'pathologic diagnosis',
    'final pathologic diagnosis',
  ],
  complaint: [
    'chief complaint',
    'cc',
    'reason for visit',
    'reason for encounter',
    'presenting complaint',
    'reason for consultation',
    'reason for admission',
  ],
  'present-illness': [
    'history of present illness',
    'hpi',
    'subjective',
    's',
    'interval history',
    'history',
    'present illness',
    'interim history',
    'hx',
    'history of presenting illness',
    'clinical history',
  ],
  'past-history': [
    'past medical history',
    'pmh',
    'pmhx',
    'past history',
    'medical history',
    'past surgical history',
    'psh',
    'surgical history',
    'medical',
    'surgical',
    'ob history',
    'past psychiatric history',
    'past ocular history',
    'gynecologic history',
    'prior history',
    'past medical and surgical history',
  ],
  'family-history': ['family history', 'fh', 'fhx', 'family', 'family medical history'],
  'social-history': ['social history', 'sh', 'shx', 'social', 'habits', 'tobacco', 'substance use'],
  medications: [
    'medications',
    'current medications',
    'meds',
    'home medications',
    'discharge medications',
    'current meds',
    'medication list',
    'rx',
    'prescriptions',
    'medication',
  ],
  allergies: ['allergies', 'allergy', 'nkda', 'drug allergies'],
  'review-of-systems': ['review of systems', 'ros', 'review of symptoms', 'systems review'],
  exam: [
    'physical exam',
    'physical examination',
    'exam',
    'pe',
    'objective',
    'o',
    'examination',
    'on exam',
    'mental status exam',
    'mse',
    'neuro exam',
    'physical',
  ],
  vitals: ['vitals', 'vital signs', 'vitals reviewed', 'vs', 'vital signs reviewed'],
  results: [
    'results',
    'labs',
    'lab results',
    'laboratory',
    'imaging',
    'diagnostics',
    'studies',
    'data',
    'findings',
    'laboratory data',
    'diagnostic results',
    'test results',
    'ekg',
    'ecg',
    'x-ray',
    'xray',
    'radiology',
    'pertinent results',
    'diagnostic studies',
    'investigations',
    'comparison',
    'technique',
    'microscopic',
    'gross',
    'gross description',
    'microscopic description',
    'echo',
    'laboratory results',
  ],
  indication: [
    'indication',
    'indications',
    'reason for exam',
    'clinical indication',
    'specimen',
    'reason for study',
    'exam indication',
    'clinical information',
    'reason for test',
  ],
  procedure: ['procedure', 'procedures', 'operation', 'procedure note', 'operations'],
  instructions: [
    'instructions',
    'patient instructions',
    'follow up',
    'follow-up',
    'patient education',
    'return precautions',
    'patient agreements',
    'discharge instructions',
    'counseling',
    'followup',
    'education',
    'precautions',
  ],
};

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
