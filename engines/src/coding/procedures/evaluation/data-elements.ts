import type { EvaluationElement } from '../../../model/index.ts';
import { testNamed, testNames } from './named-tests.ts';
import { matchesIn, type ReadClause, spanIn } from './reading.ts';

const ordering =
  /\b(?:order\w*|obtain\w*|check\w*|draw|drawn|send|sent|get|repeat\w*|schedul\w*|review\w*|shows?|showed|reveal\w*|results?|resulted|negative|positive|normal|abnormal|elevated|pending|today|labs?|imaging|will|personally|interpret\w*|perform\w*|done|unremarkable|within normal|wnl)\b/i;
const notNow =
  /\b(?:consider\w*|if (?:no|not|symptoms|worse|worsen\w*|persist\w*)|declin\w+|refus\w+|defer\w*|not indicated|not needed|no need|unnecessary|discussed (?:possible|potential)|due (?:in|next)|next visit|at follow-?up|in (?:\d+|three|six|two|one) (?:days?|weeks?|months?|years?)|up to date|history of|years? ago|last year|in (?:19|20)\d\d)\b/i;

/** Sections in which a test that is named was ordered, done or looked at. */
const testSections = new Set([
  'results',
  'plan',
  'assessment',
  'impression',
  'present-illness',
  'body',
  'procedure',
  'exam',
]);
/** Where a bare name is enough: `Labs: CBC, CMP`. */
const bareSections = new Set(['results', 'plan']);

const external =
  /\b(?:review(?:ed|ing)?|read|obtained|summarized)\b[^.;]{0,60}?\b(?:(?<source>cardiology|oncology|neurology|gi|gastroenterology|nephrology|pulmonology|pulmonary|endocrinology|rheumatology|urology|orthopedics?|ortho|psychiatry|surgery|surgical|dermatology|hospital|ed|er|emergency (?:room|department)|urgent care|outside|external|prior pcp|previous pcp|pcp|nursing home|ems|specialist|consult(?:ant)?'?s?|discharge|referring|pharmacy|school) ?(?:clinic |hospital |provider'?s? |physician'?s? |medical )?(?:notes?|records?|summary|summaries|consults?(?: notes?)?|consultation(?: notes?)?|documentation|reports?|letters?|visit notes?|run sheet|chart))\b/gi;
const externalAfter =
  /\b(?:(?<source>outside|external|hospital|discharge|ed|er|urgent care|cardiology|prior pcp) (?:hospital )?(?:records?|notes?|summary)) (?:were |was |have been |has been )?(?:reviewed|obtained and reviewed|summarized)\b/gi;
const people =
  'mother|mom|father|dad|parents?|grandmother|grandfather|guardian|wife|husband|spouse|partner|son|daughter|sister|brother|caregiver|caretaker|ems|paramedics?|nursing home staff|facility staff|family';
/** The history itself is told by another. */
const historian = new RegExp(
  `\\b(?:(?:history|hx|hpi|information)\\b[^.;]{0,40}?\\b(?:by|from|per|through)\\b[^.;]{0,30}?\\b(?:${people})|independent historian)\\b`,
  'gi',
);
/** Somebody else says something: that is a history of theirs where the patient cannot give one. */
const another = new RegExp(
  `\\b(?:(?:per|according to) (?:his |her |the |patient'?s? )?(?:${people})|(?:${people}) (?:reports?|states?|says|provides?|provided|gives?|gave|notes?|describes?|reported|stated|noted))\\b`,
  'gi',
);
const cannotTell =
  /\b(?:\d{1,2}[- ]?(?:mo|months?|wks?|weeks?|days?)[- ]?old|\d{1,2} ?mo (?:old|m|f|male|female|boy|girl)\b|(?:[1-9]|1[0-7])(?:[- ]?(?:yo|y\/o)|[- ]years?[- ]old|[mf])\b|infant|toddler|newborn|dementia|confus\w+|altered|nonverbal|aphasi\w+|unresponsive|poor historian|unable to (?:give|provide)|developmental\w*|intubated|well child)\b/i;
const interpretation =
  /\b(?:(?:i |we )?(?:have )?(?:personally|independently) (?:reviewed|interpreted|viewed|read|visualized)|independent(?:ly)? interpret\w*|(?:reviewed|interpreted|read) independently|(?:reviewed|interpreted|viewed|read) (?:and interpreted )?by (?:me|myself)|my (?:own |independent |interpretation |read(?:ing)? )|i interpreted)\b/gi;
const interpreted =
  /\b(?:x-?rays?|images?|imaging|films?|ct|mri|ekg|ecg|tracing|cxr|ultrasound|radiographs?|scan|echo\w*|smear|slides?|rhythm strip)\b/i;
const discussion =
  /\b(?:discussed|spoke|speaking|conferred|consulted|reviewed|call(?:ed)?|talked)\b[^.;]{0,50}?\b(?:with|by phone with)\b[^.;]{0,25}?\b(?<who>dr\.? ?[a-z]{1,30}|cardiolog(?:y|ist)|oncolog(?:y|ist)|neurolog(?:y|ist)|nephrolog(?:y|ist)|radiolog(?:y|ist)|surge(?:ry|on)|orthop(?:edics?|edist)|ortho|urolog(?:y|ist)|psychiatr(?:y|ist)|pulmonolog(?:y|ist)|gastroenterolog(?:y|ist)|gi|hospitalist|intensivist|endocrinologist|rheumatologist|infectious disease|ob(?:\/gyn)?|obstetrician|pharmacist|pathologist|consultant|specialist|poison control|case manager|social worker|teacher|therapist|toxicologist|pediatrician|pcp|primary care (?:physician|provider)|referring (?:physician|provider)|accepting physician|home health nurse)\b/gi;

/** Notes, tests, historians, interpretations and discussions: each unique one once. */
export function dataIn(clauses: readonly ReadClause[]): EvaluationElement[] {
  const found = new Map<string, EvaluationElement>();
  const mayNotTell = clauses.some(({ text }) => cannotTell.test(text));
  const add = (element: Omit<EvaluationElement, 'area'>) => {
    const key = `${element.kind} ${element.what.toLowerCase()}`;
    if (!found.has(key)) found.set(key, { area: 'data', ...element });
  };
  for (const read of clauses) {
    if (!mayTell(read)) continue;
    for (const expression of [external, externalAfter]) {
      for (const { start, end, groups } of matchesIn(read, expression)) {
        const what = `note of ${(groups.source ?? 'another').toLowerCase()}`;
        add({
          kind: 'external-note',
          what,
          counts: 'a note from an external source, reviewed',
          evidence: [spanIn(read, start, end)],
        });
      }
    }
    const told = mayNotTell
      ? [...matchesIn(read, historian), ...matchesIn(read, another)]
      : matchesIn(read, historian);
    for (const { start, end } of first(told)) {
      add({
        kind: 'independent-historian',
        what: 'independent historian',
        counts: 'the history was given by somebody other than the patient',
        evidence: [spanIn(read, start, end)],
      });
    }
    for (const { start, end, groups } of first(matchesIn(read, discussion))) {
      const what = (groups.who ?? '').toLowerCase();
      add({
        kind: 'discussion',
        what: `discussion with ${what}`,
        counts: 'management or a test was discussed with an external professional',
        evidence: [spanIn(read, start, end)],
      });
    }
    for (const { start, end } of first(matchesIn(read, interpretation))) {
      if (!interpreted.test(read.text)) continue;
      const what = interpretedTest(read);
      add({
        kind: 'independent-interpretation',
        what,
        counts: 'a test was interpreted, not only its report read',
        evidence: [spanIn(read, start, end)],
      });
    }
  }
  const interpretedTests = new Set(
    [...found.values()].filter(({ kind }) => kind === 'independent-interpretation').map(({ what }) => what),
  );
  for (const test of testsIn(clauses)) if (!interpretedTests.has(test.what)) add(test);
  return [...found.values()];
}

/** How far around a name its site is looked for. */
const around = 30;

function testAt({ text }: ReadClause, said: string, start: number, end: number): string {
  return testNamed(said, text.slice(Math.max(0, start - around), start), text.slice(end, end + around));
}

function interpretedTest(read: ReadClause): string {
  for (const { said, start, end } of matchesIn(read, testNames)) {
    return testAt(read, said, start, end);
  }
  return interpreted.exec(read.text)?.[0]?.toLowerCase() ?? 'test';
}

function* first<T>(all: Iterable<T>): Generator<T> {
  for (const one of all) {
    yield one;
    return;
  }
}

const silent = new Set([
  'family-history',
  'allergies',
  'medications',
  'problem-list',
  'instructions',
  'indication',
]);
const mayTell = ({ clause }: ReadClause) => !silent.has(clause.section.kind);

function testsIn(clauses: readonly ReadClause[]): Omit<EvaluationElement, 'area'>[] {
  const tests = new Map<string, Omit<EvaluationElement, 'area'>>();
  for (const read of clauses) {
    const { kind } = read.clause.section;
    if (!testSections.has(kind) || notNow.test(read.text)) continue;
    if (!bareSections.has(kind) && !ordering.test(read.text) && !/\d/.test(read.text)) continue;
    for (const { said, start, end } of matchesIn(read, testNames)) {
      // `History of abnormal Pap` is told by the cue; what somebody else has by another.
      if (read.asserted.of(start, end) === 'history') continue;
      const what = testAt(read, said, start, end);
      if (!tests.has(what)) {
        tests.set(what, {
          kind: 'test',
          what,
          counts: 'a unique test, ordered or reviewed',
          evidence: [spanIn(read, start, end)],
        });
      }
    }
  }
  return withoutParts([...tests.values()]);
}

/** A panel that is part of another, and a picture whose site another mention tells, are no tests of their own. */
function withoutParts(tests: readonly Omit<EvaluationElement, 'area'>[]): Omit<EvaluationElement, 'area'>[] {
  const names = new Set(tests.map(({ what }) => what));
  return tests.filter(({ what }) => {
    if (what === 'BMP' || what === 'Liver panel') return !names.has('CMP');
    return ![...names].some((other) => other.startsWith(`${what} `));
  });
}
