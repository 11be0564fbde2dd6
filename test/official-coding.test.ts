import { codeRecord } from '@superbill/engines/coding';
import { isoDate } from '@superbill/engines/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildEdition } from '../scripts/coding-editions.ts';
import { hasShared } from './shared.ts';

describe.skipIf(!hasShared)('search and coding over the official files of FY2026', () => {
  let edition: Awaited<ReturnType<typeof buildEdition>>;
  beforeAll(async () => {
    edition = await buildEdition('official');
  }, 180_000);
  const search = (text: string, partial = false) => edition?.search.search(text, { partial }) ?? [];

  test.each([
    { text: 'nephropathy in type 2 diabetes', code: 'E11.21' },
    { text: 'broken collarbone on the left', code: 'S42.002A' },
    { text: 'closed fracture of right distal radius', code: 'S52.501A' },
    { text: 'cancer of the sigmoid colon', code: 'C18.7' },
    { text: 'liver metastases', code: 'C78.7' },
    { text: 'accidental poisoning by warfarin', code: 'T45.511A' },
    { text: 'haemorrhoids', code: 'K64.9' },
    { text: 'hypertenson', code: 'I10' },
    { text: 'hypertention', code: 'I10' },
    { text: 'depresion', code: 'F32.A' },
    { text: 'bilateral primary osteoarthritis of knee', code: 'M17.0' },
    { text: 'low back pain', code: 'M54.50' },
    { text: 'CKD 3a', code: 'N18.31' },
  ])('$text is $code', ({ text, code }) => {
    expect(search(text)[0]?.code).toBe(code);
  });

  test.each([
    { typed: 'c7a', codes: ['C7A', 'C7A.0', 'C7A.00'] },
    { typed: 'C76', codes: ['C76', 'C76.0', 'C76.1'] },
    { typed: 'qa0.0101', codes: ['QA0.0101'] },
    { typed: 'E112', codes: ['E11.2', 'E11.21', 'E11.22'] },
    { typed: 'I10', codes: ['I10'] },
  ])('$typed, typed as a code, begins with $codes', ({ typed, codes }) => {
    expect(search(typed, true).slice(0, codes.length)).toMatchObject(codes.map((code) => ({ code })));
  });

  test('every answer is a code of the edition, says how it was reached, and is billable', () => {
    for (const text of [
      'asthma',
      'fracture of femur',
      'pregnancy with diabetes',
      'burn of hand',
      'overdose',
    ]) {
      for (const hit of search(text)) {
        expect(edition?.codes.lookup(hit.code)).toMatchObject({ code: hit.code, title: hit.title });
        expect(hit.billable).toBe(true);
        expect(hit.path.length).toBeGreaterThan(0);
      }
    }
  });

  test.each([
    { typed: 'pneu', code: 'J18.9' },
    { typed: 'type 2 diab', code: 'E11.9' },
    { typed: 'hyperten', code: 'I10' },
    { typed: 'heart f', code: 'I50.9' },
    { typed: 'low back p', code: 'M54.50' },
    { typed: 'asthma exacerbati', code: 'J45.901' },
    { typed: 'depress', code: 'F32.A' },
    { typed: 'pe', code: 'I26.99' },
  ])('$typed, half typed, becomes $code', ({ typed, code }) => {
    expect(search(typed, true)[0]?.code).toBe(code);
  });

  test('a suggestion carries the instructions of the tabular list that no other code of the record answers', () => {
    if (!edition) throw new Error('the edition was not built');
    const documents = [
      { documentId: 'note', version: 1, kind: 'note' as const, text: 'A: 1. Diabetic CKD 2. CKD stage 4' },
    ];
    const { suggestions } = codeRecord(edition.search, {
      setting: 'outpatient',
      date: isoDate('2026-03-01'),
      documents,
    });
    expect(suggestions.map(({ code }) => code)).toEqual(['E11.22', 'N18.4']);
    const [first = '', second = ''] = suggestions.map(({ notes }) => notes.join('\n'));
    expect(first).toContain('Use additional code (at E11): code to identify control');
    expect(first).not.toContain('N18');
    expect(second).toContain('Use additional code (at N18)');
    expect(second).not.toContain('Code first');
  });
});
