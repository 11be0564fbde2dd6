import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyPcsVocabulary } from '@superbill/engines/codesets/pcs';
import { isoDate } from '@superbill/engines/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { orderFile } from '../../../test/code-files.ts';
import { pcsCodes, pcsDefinitionsXml, pcsIndexXml, pcsTablesXml } from '../../../test/pcs-files.ts';
import { openEditionStore } from './edition-store.ts';
import { importCodeSets } from './import-code-sets.ts';
import type { StarterSource } from './starter.ts';

const starter: StarterSource = {
  set: { rows: [], categories: [] },
  vocabulary: { words: [], phrases: [], abbreviations: [] },
  procedures: {
    ...emptyPcsVocabulary,
    values: [{ label: 'Percutaneous Endoscopic', wordings: ['laparoscopic'] }],
  },
  edition: 'starter',
  effectiveFrom: isoDate('2025-10-01'),
  sha256: 'none',
};
const day = isoDate('2026-01-01');

let home = '';
let directory = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'procedures-'));
  directory = join(home, 'codesets');
});
afterEach(() => rm(home, { recursive: true, force: true }));

const files = {
  'icd10pcs_order_2026.txt': orderFile(pcsCodes()),
  'icd10pcs_tables_2023.xml': pcsTablesXml(undefined, '2023'),
  'icd10pcs_index_2026.xml': pcsIndexXml(),
  'icd10pcs_definitions_2026.xml': pcsDefinitionsXml(),
};

async function take(name: keyof typeof files) {
  const path = join(home, name);
  await writeFile(path, files[name]);
  return importCodeSets([path], { directory, starter });
}

const names = Object.keys(files) as (keyof typeof files)[];

test.each([[names], [names.toReversed()]])(
  'order file, tables, index and definitions make one edition, as they come: %j',
  async (order) => {
    for (const name of order) await take(name);
    const found = openEditionStore(directory).editionFor('icd10pcs', day);
    expect(found?.codes.edition).toMatchObject({
      edition: 'FY2026',
      notesFrom: 'FY2023',
      indexFrom: 'FY2026',
    });
    expect(found?.search.search('laparoscopic cholecystectomy')[0]).toMatchObject({
      code: '0FT44ZZ',
      path: expect.arrayContaining(['Approach = Percutaneous Endoscopic because “laparoscopic”']),
    });
  },
);

test('a search offers each code that an open statement may be, with what it needs', async () => {
  for (const name of names) await take(name);
  const hits =
    openEditionStore(directory).editionFor('icd10pcs', day)?.search.search('cholecystectomy') ?? [];
  expect(hits.slice(0, 2).map(({ code, path }) => [code, path.at(-1)])).toEqual([
    ['0FT40ZZ', 'needs Approach = Open'],
    ['0FT44ZZ', 'needs Approach = Percutaneous Endoscopic'],
  ]);
});

test('without tables only titles are searched', async () => {
  await take('icd10pcs_order_2026.txt');
  const found = openEditionStore(directory).editionFor('icd10pcs', day);
  expect(found?.procedures?.()).toBeUndefined();
  expect(found?.search.search('resection gallbladder')[0]?.code).toMatch(/^0FT4/);
});

test('other words for procedures build the edition anew', async () => {
  for (const name of names) await take(name);
  const path = join(home, names[0] ?? '');
  const again = await importCodeSets([path], { directory, starter });
  expect(again.built).toEqual([]);
  const other = { ...starter, procedures: emptyPcsVocabulary };
  const report = await importCodeSets([path], { directory, starter: other });
  expect(report.built.map(({ system }) => system)).toEqual(['icd10pcs']);
});
