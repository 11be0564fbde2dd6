import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clausesOf } from './clauses.ts';
import { sectionsOf } from './sections.ts';

const kinds = (text: string) =>
  sectionsOf(text, 'note').flatMap(({ kind, start, end }) => (text.slice(start, end).trim() ? [kind] : []));

test.each([
  { text: 'HPI: cough\nAssessment:\n1. Asthma', found: ['present-illness', 'assessment'] },
  { text: 'PAST MEDICAL HISTORY\n\nGout.\n\nPLAN\n\nRest.', found: ['past-history', 'plan'] },
  { text: 'Na 140. Impression: pneumonia', found: ['body', 'impression'] },
  { text: 'A/P: gout', found: ['assessment'] },
  { text: 'Gout: worse today', found: ['body'] },
  { text: 'FHx: breast cancer', found: ['family-history'] },
])('$text has the sections $found', ({ text, found }) => {
  expect(kinds(text)).toEqual(found);
});

test('a problem list is no assessment', () => {
  expect(sectionsOf('Gout', 'problem-list')[0]?.kind).toBe('problem-list');
});

test.each([
  { text: 'A: 1. Gout 2. Asthma, mild', heads: ['Gout', 'Asthma, mild'] },
  { text: 'A:\n- CKD stage 3. Recheck in May', heads: ['CKD stage 3'] },
  { text: 'A: gout; asthma', heads: ['gout', 'asthma'] },
  { text: 'A:\nGout.\n• Medical Treatment: Continue allopurinol.', heads: ['Gout'] },
  { text: 'A: Seen by Dr. Sample for gout', heads: ['Seen by Dr. Sample for gout'] },
])('$text names $heads', ({ text, heads }) => {
  const clauses = sectionsOf(text, 'note').flatMap((section) => clausesOf(text, section));
  expect(
    clauses
      .filter((clause) => clause.isHead && clause.text !== 'Recheck in May')
      .map((clause) => clause.text),
  ).toEqual(heads);
});

test('sections cover the text without overlap, and clauses are exact, for any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('\n', 'A: ', 'Plan:\n', '1. ', '; ', 'HPI: '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const section of sectionsOf(text, 'note')) {
        expect(section.start).toBeGreaterThanOrEqual(last);
        last = section.start;
        for (const clause of clausesOf(text, section))
          expect(text.slice(clause.start, clause.end)).toBe(clause.text);
      }
    }),
  );
});
