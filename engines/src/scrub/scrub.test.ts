import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '../model/index.ts';
import { claimCases } from './cases/claim.ts';
import { diagnosisCases } from './cases/diagnoses.ts';
import { aClaim, aLine, someFacts, visit } from './cases/examples.ts';
import { lineCases } from './cases/lines.ts';
import { peopleCases } from './cases/people.ts';
import { codesNamedIn, isNamedBy } from './code-mentions.ts';
import { rules } from './rules/index.ts';
import { scrub } from './scrub.ts';

const cases = { ...diagnosisCases, ...lineCases, ...claimCases, ...peopleCases };

test('every rule has its cases, an id of its own and a source', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map((rule) => rule.id).sort());
  for (const [id, own] of Object.entries(cases)) {
    expect(own.some((c) => c.at.length === 0) && own.some((c) => c.at.length > 0), id).toBe(true);
  }
  for (const rule of rules) expect(rule.source).not.toBe('');
});

const flat = Object.entries(cases).flatMap(([id, own]) => own.map((c) => ({ id, ...c })));

test.each(flat)('$id: $name finds $at', ({ id, claim, facts, at, severity }) => {
  const findings = scrub(aClaim(claim), someFacts(facts)).filter((f) => f.rule === id);
  expect(findings.map((f) => f.at)).toEqual(at);
  for (const finding of findings) {
    expect(finding.severity).toBe(severity ?? 'error');
    expect(finding.message).toMatch(/^[A-Z0-9].*\.$/);
    expect(finding.message).not.toMatch(/Sally|Sample|M0001|1980/);
  }
});

test('a clean claim has no findings', () => {
  expect(scrub(aClaim(), someFacts())).toEqual([]);
});

test('a caller that knows nothing but the day gets one note about the missing code set', () => {
  const { today } = someFacts();
  expect(scrub(aClaim(), { today }).map((f) => [f.rule, f.severity])).toEqual([
    ['code-set-not-loaded', 'info'],
  ]);
});

test('errors come first', () => {
  const claim = aClaim({ diagnoses: ['E10.9', 'E11.9', 'E11'], controlNumber: '' });
  const severities = scrub(claim, someFacts()).map((f) => f.severity);
  expect(severities).toEqual(severities.toSorted());
});

test.each([
  ['type 1 diabetes mellitus (E10.-)', 'E10.9', true],
  ['type 1 diabetes mellitus (E10.-)', 'E11.9', false],
  ['gestational diabetes (O24.4-)', 'O24.410', true],
  ['diabetes mellitus (E08-E13)', 'E13.9', true],
  ['diabetes mellitus (E08-E13)', 'E14.9', false],
  ['fever of newborn (P81.9)', 'P81.9', true],
  ['thalassemia (D56.0-D56.9)', 'D56.1', true],
  ['thalassemia (D56.0-D56.9)', 'D57.1', false],
])('the note %j names %s: %s', (note, code, named) => {
  expect(codesNamedIn(note).some((mention) => isNamedBy(code, mention))).toBe(named);
});

const line = fc
  .record({
    procedure: fc.constantFrom('99213', '87880', '70551', '12001', 'bad', 'J1885'),
    modifiers: fc.array(fc.constantFrom('25', '95', '76', 'x'), { maxLength: 5 }),
    charge: fc.integer({ min: -1, max: 2 }).map(cents),
    units: fc.integer({ min: 0, max: 2 }),
    diagnosisPointers: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }),
    serviceDate: fc.constantFrom(
      visit,
      ...['2026-09-30', '2025-01-01', '2027-12-01'].map((d) => d as typeof visit),
    ),
    controlNumber: fc.constantFrom('L1', 'L2', 'L3', ''),
  })
  .map(aLine);

test('findings do not depend on the order of the lines', () => {
  const shuffled = fc
    .array(line, { minLength: 1, maxLength: 6 })
    .chain((lines) =>
      fc.shuffledSubarray([...lines.keys()], { minLength: lines.length }).map((order) => ({ lines, order })),
    );
  fc.assert(
    fc.property(shuffled, ({ lines, order }) => {
      const facts = someFacts({ earlierClaims: [aClaim()] });
      const moved = order.flatMap((from) => lines[from] ?? []);
      const claim = { diagnoses: ['E11.9', 'Z98.9'], charge: cents(3) };
      const original = scrub(aClaim({ ...claim, lines }), facts);
      const after = scrub(aClaim({ ...claim, lines: moved }), facts).map((finding) => ({
        ...finding,
        at: finding.at.replace(/^lines\[(\d+)\]/, (_, index: string) => `lines[${order[Number(index)]}]`),
      }));
      const sorted = (findings: typeof after) => findings.map((f) => JSON.stringify(f)).sort();
      expect(sorted(after)).toEqual(sorted(original));
    }),
  );
});
