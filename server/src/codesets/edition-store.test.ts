import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDate } from '@superbill/engines/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hcpcsFile, orderFile, tinyCodes } from '../../../test/code-files.ts';
import { openEditionStore } from './edition-store.ts';
import { importCodeSets } from './import-code-sets.ts';
import { keepStarter, type StarterSource } from './starter.ts';

const starter: StarterSource = {
  set: {
    rows: [{ code: 'A00.9', title: 'Blue fever', clinical: [], everyday: ['the blues'], abbreviations: [] }],
    categories: [{ code: 'A00', title: 'Fevers' }],
  },
  vocabulary: { words: [], phrases: [], abbreviations: [] },
  edition: 'starter-2026-11',
  effectiveFrom: isoDate('2025-10-01'),
  sha256: 'x',
};

let home = '';
let directory = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'editions-'));
  directory = join(home, 'codesets');
  const paths = [];
  for (const name of ['order-2024.txt', 'order-2026.txt', 'order-April-2026.txt', 'order-2027.txt']) {
    paths.push(join(home, name));
    await writeFile(join(home, name), orderFile(tinyCodes));
  }
  paths.push(join(home, 'HCPC2026_APR_ANWEB.txt'));
  await writeFile(join(home, 'HCPC2026_APR_ANWEB.txt'), hcpcsFile());
  await importCodeSets(paths, { directory, starter });
});
afterAll(() => rm(home, { recursive: true, force: true }));

test.each([
  ['2025-09-30', 'FY2026', true],
  ['2025-04-02', 'FY2026', true],
  ['2025-03-31', 'FY2024', true],
  ['2024-10-01', 'FY2024', true],
  ['2025-10-01', 'FY2026', false],
  ['2026-03-31', 'FY2026', false],
  ['2026-04-01', 'FY2026-april', false],
  ['2026-09-30', 'FY2026-april', false],
  ['2026-10-01', 'FY2027', false],
  ['2027-09-30', 'FY2027', false],
  ['2027-10-01', 'FY2027', true],
  ['2023-10-01', 'FY2024', false],
  ['2024-09-30', 'FY2024', false],
  ['2023-09-30', 'FY2024', true],
])('on %s the edition is %s, out of date: %s', (date, edition, outOfDate) => {
  const found = openEditionStore(directory).editionFor('icd10cm', isoDate(date));
  expect([found?.codes.edition.edition, found?.outOfDate]).toEqual([edition, outOfDate]);
});

test.each([
  ['2026-03-31', true],
  ['2026-04-01', false],
  ['2026-06-30', false],
  ['2026-07-01', true],
])('a quarter of HCPCS on %s, out of date: %s', (date, outOfDate) => {
  expect(openEditionStore(directory).editionFor('hcpcs', isoDate(date))?.outOfDate).toBe(outOfDate);
});

test('an edition ends where the next begins', () => {
  const ends = openEditionStore(directory)
    .listEditions()
    .map(({ edition, effectiveTo }) => [edition, effectiveTo]);
  expect(ends).toEqual([
    ['FY2024', '2024-09-30'],
    ['FY2026', '2026-03-31'],
    ['FY2026-april', '2026-09-30'],
    ['FY2027', '2027-09-30'],
    ['2026-04', '2026-06-30'],
  ]);
});

test('an opened edition says itself when it ends', () => {
  const opened = openEditionStore(directory).editionFor('icd10cm', isoDate('2026-01-01'));
  expect(opened?.codes.edition.effectiveTo).toBe('2026-03-31');
  expect(opened?.search.edition.effectiveTo).toBe('2026-03-31');
});

test('an opened edition is kept open', () => {
  const store = openEditionStore(directory);
  const day = isoDate('2026-01-01');
  expect(store.editionFor('icd10cm', day)?.codes).toBe(store.editionFor('icd10cm', day)?.codes);
});

test('without any edition the starter set answers for diagnoses, and nothing for procedures', async () => {
  const empty = join(home, 'empty');
  const store = openEditionStore(empty, starter);
  const day = isoDate('2026-01-01');
  expect(store.listEditions()).toMatchObject([{ edition: 'starter-2026-11', starter: true, codes: 1 }]);
  expect(store.editionFor('icd10cm', day)).toMatchObject({
    outOfDate: false,
    codes: { edition: { starter: true } },
  });
  expect(store.editionFor('icd10cm', day)?.search.search('the blues')[0]?.code).toBe('A00.9');
  expect(store.editionFor('hcpcs', day)).toBeUndefined();
  expect(openEditionStore(empty).editionFor('icd10cm', day)).toBeUndefined();

  // The same store sees an edition that another process imports.
  await importCodeSets([join(home, 'order-2026.txt')], { directory: empty, starter });
  expect(store.editionFor('icd10cm', day)?.codes.edition).toMatchObject({
    edition: 'FY2026',
    starter: false,
  });
});

test('a starter set that is kept is used until the words change', async () => {
  const kept = join(home, 'kept');
  const day = isoDate('2026-01-01');
  await keepStarter(kept, starter);
  await keepStarter(kept, starter);
  const titleIn = (source: StarterSource) =>
    openEditionStore(kept, source).editionFor('icd10cm', day)?.codes.lookup('A00.9')?.title;
  const later = structuredClone(starter);
  for (const row of later.set.rows) row.title = 'Navy fever';
  expect(titleIn(later)).toBe('Blue fever');
  expect(titleIn({ ...later, sha256: 'y' })).toBe('Navy fever');
  await writeFile(join(kept, 'starter.sbc'), 'damaged');
  expect(titleIn(later)).toBe('Navy fever');
});

test('words of the starter set serve official editions too', () => {
  const edition = openEditionStore(directory, starter).editionFor('icd10cm', isoDate('2026-01-01'));
  expect(edition?.search.search('the blues')[0]).toMatchObject({
    code: 'A00.9',
    title: 'Blue fever, unspecified',
  });
});
