import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeProcedures } from '@superbill/engines/coding/procedures';
import { isoDate } from '@superbill/engines/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderFile } from '../../../test/code-files.ts';
import { pcsCodes, pcsIndexXml, pcsTablesXml } from '../../../test/pcs-files.ts';
import { type EditionStore, openEditionStore } from './edition-store.ts';
import { importCodeSets } from './import-code-sets.ts';
import { procedureBooks } from './procedure-books.ts';

const date = isoDate('2026-03-01');
let home = '';
let store: EditionStore;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'procedure-books-'));
  const files = {
    'icd10pcs_order_2026.txt': orderFile(pcsCodes()),
    'icd10pcs_tables_2026.xml': pcsTablesXml(),
    'icd10pcs_index_2026.xml': pcsIndexXml(),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text);
  await importCodeSets([home], { directory: join(home, 'codesets') });
  store = openEditionStore(join(home, 'codesets'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

test('a stay is coded in ICD-10-PCS, with the words that ship with the product', () => {
  const documents = [{ documentId: 'd', version: 1, kind: 'note' as const, text: 'PROCEDURES: Lap chole' }];
  const books = procedureBooks(store, 'inpatient', date);
  const found = codeProcedures({ setting: 'inpatient', date, documents }, books);
  expect(found.map(({ code, system }) => [code, system])).toEqual([['0FT44ZZ', 'icd10pcs']]);
});

test('a visit is not', () => {
  expect(procedureBooks(store, 'outpatient', date)).not.toHaveProperty('icd10pcs');
});

test('without code sets there is nothing to code with', () => {
  expect(procedureBooks(openEditionStore(join(home, 'empty')), 'inpatient', date)).toEqual({});
});
