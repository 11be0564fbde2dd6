import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDate } from '@superbill/engines/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cptFile, zipOf } from '../../../test/code-files.ts';
import { codePortOf } from './code-port.ts';
import { CodeSetError } from './code-set-error.ts';
import { openEditionStore } from './edition-store.ts';
import { importCodeSets, rebuildEditions } from './import-code-sets.ts';
import type { StarterSource } from './starter.ts';

const starter: StarterSource = {
  set: { rows: [], categories: [] },
  vocabulary: { words: [], phrases: [], abbreviations: [] },
  edition: 'starter',
  effectiveFrom: isoDate('2025-10-01'),
  sha256: 'none',
};

let home = '';
let directory = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cpt-'));
  directory = join(home, 'codesets');
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function take(name: string, content: string | Uint8Array, edition?: string) {
  const path = join(home, name);
  await writeFile(path, content);
  return importCodeSets([path], { directory, starter, list: 'cpt', edition });
}
const cptOn = (date: string) => openEditionStore(directory).editionFor('cpt', isoDate(date));

test('a licensed list is an edition, searched like the others', async () => {
  const report = await take('codes.csv', cptFile(), '2026');
  expect(report.built).toMatchObject([{ system: 'cpt', edition: '2026', codes: 3 }]);
  const found = cptOn('2026-05-01');
  expect(found?.outOfDate).toBe(false);
  expect(found?.search.search('kite with tail')[0]?.code).toBe('00002');
  expect(found?.search.search('0003T')[0]?.title).toBe('Polishing of a brass bell');
  expect(cptOn('2027-01-01')?.outOfDate).toBe(true);
});

test('its days may be named, and a later list cuts an earlier one short', async () => {
  await take('codes.csv', cptFile(), '2026');
  await take('july.csv', cptFile().replace('brass', 'silver'), '2026-07-01..2026-12-31');
  expect(cptOn('2026-06-30')?.codes.lookup('0003T')?.title).toContain('brass');
  expect(cptOn('2026-07-01')?.codes.lookup('0003T')?.title).toContain('silver');
});

test('without its year the user is asked', async () => {
  const error: unknown = await take('codes.csv', cptFile()).catch((thrown: unknown) => thrown);
  expect(error instanceof CodeSetError && error.message).toContain('--edition 2026');
});

test('of an archive with several lengths the longest is read, and its licence is passed over', async () => {
  const archive = zipOf({
    'LICENSE.txt': 'All rights reserved.',
    'long.txt': '00001\tMending of a paper kite, simple\n',
    'short.txt': '00001 MEND KITE\n',
  });
  const report = await take('licensed-2026.zip', archive);
  expect(report.skipped.map(({ name }) => name)).toEqual(['licensed-2026.zip: LICENSE.txt', 'short.txt']);
  expect(cptOn('2026-05-01')?.codes.lookup('00001')?.title).toBe('Mending of a paper kite, simple');
});

test('it is never guessed: a table of numbers is not taken for it', async () => {
  const path = join(home, 'table.csv');
  await writeFile(path, cptFile());
  await expect(importCodeSets([path], { directory, starter, edition: '2026' })).rejects.toThrow(CodeSetError);
});

test('it is built again from its kept copy, and answers for the codes of claims', async () => {
  await take('codes.csv', cptFile(), '2026');
  await rm(join(directory, 'cpt'), { recursive: true });
  await rebuildEditions({ directory, starter });
  const port = codePortOf(openEditionStore(directory), isoDate('2026-05-01'));
  expect(['00001', '00009'].map((code) => port('procedure', code, isoDate('2026-05-01')))).toEqual([
    true,
    false,
  ]);
});
