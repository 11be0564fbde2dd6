import fc from 'fast-check';
import { expect, test } from 'vitest';
import { starterBook } from '../../../test/starter-book.ts';
import {
  type DocumentKind,
  type Evidence,
  isoDate,
  type Setting,
  type SourceDocument,
} from '../model/index.ts';
import { codeRecord } from './index.ts';

/** Zero width, joiners, soft hyphen, directions, byte order mark, and letters beside and beyond the first plane. */
const marks = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u00ad',
  '\u200e',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\u0301',
  '😀',
  '👩‍⚕️',
  '𝕳',
  '\ud83d',
  '\ude00',
  'İ',
  'ß',
  'é',
  '糖',
  '\u00a0',
  '\u2028',
];
const phrases = [
  'Assessment: ',
  '\nA/P:\n1. ',
  '\nHospital course: ',
  '\nPMH: ',
  '\nMeds: ',
  '\nVitals: BMI 41.2',
  '\n2. ',
  ', ',
  '. ',
  ' with ',
  'type 2 diabetes',
  'CKD stage 4',
  'hypertension',
  'pneumonia',
  'cough',
  'left knee pain',
  'possible gout',
  'no asthma',
  'mother had migraine',
  'metformin 500 mg',
  '34 weeks pregnant',
  'well child visit',
  'developed delirium on hospital day 3',
  'present on admission',
  'flu vaccine given today',
  'smokes 1 ppd',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...phrases) },
      { weight: 2, arbitrary: fc.constantFrom(...marks) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
const kinds: DocumentKind[] = ['note', 'addendum', 'report', 'result', 'problem-list'];
const documents = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), text }), { minLength: 1, maxLength: 3 })
  .map((list): SourceDocument[] =>
    list.map((one, at) => ({ documentId: `d${at}`, version: at + 1, ...one })),
  );
const settings = fc.constantFrom<Setting[]>('outpatient', 'inpatient');

/** Whether a place stands between the two halves of a letter beyond the first plane. */
function splitsLetter(whole: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(whole.slice(at - 1, at + 1));
}

test('every suggestion, firing and reason stands on exact spans of its document, and has a path', () => {
  const book = starterBook();
  let suggested = 0;
  fc.assert(
    fc.property(documents, settings, (record, setting) => {
      const isExact = ({ documentId, version, start, end, quote }: Evidence) => {
        const document = record.find((one) => one.documentId === documentId);
        expect(document?.version).toBe(version);
        expect(quote).not.toBe('');
        expect(document?.text.slice(start, end)).toBe(quote);
        expect([start, end].some((at) => splitsLetter(document?.text ?? '', at))).toBe(false);
      };
      const found = codeRecord(book, { setting, date: isoDate('2026-03-01'), documents: record });
      for (const suggestion of found.suggestions) {
        suggested++;
        expect(suggestion.evidence.length).toBeGreaterThan(0);
        expect(suggestion.sections.length).toBe(suggestion.evidence.length);
        expect(suggestion.path.filter((step) => step.trim() !== '').length).toBeGreaterThan(0);
        suggestion.evidence.forEach(isExact);
        suggestion.presentOnAdmission?.evidence.forEach(isExact);
      }
      for (const { evidence } of [...found.firings, ...found.notCoded, ...found.queries])
        evidence.forEach(isExact);
      for (const { evidence } of found.notCoded) expect(evidence.length).toBeGreaterThan(0);
      const known = new Set(found.firings.map(({ rule }) => rule));
      for (const { rules } of found.suggestions) for (const rule of rules) expect(known).toContain(rule);
    }),
    { numRuns: 1000 },
  );
  expect(suggested).toBeGreaterThan(300);
});
