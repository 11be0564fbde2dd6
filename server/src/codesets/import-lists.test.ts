import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isoDate } from '@superbill/engines/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fshFile, orderFile, tarOf, tinyCodes, zipOf } from '../../../test/code-files.ts';
import { CodeSetError } from './code-set-error.ts';
import { openEditionStore } from './edition-store.ts';
import { findCodeSets } from './find-code-sets.ts';
import { type ImportOptions, importCodeSets, rebuildEditions } from './import-code-sets.ts';
import { openListStore } from './list-store.ts';
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
  home = await mkdtemp(join(tmpdir(), 'code-lists-'));
  directory = join(home, 'codesets');
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(home, name), content);
  return join(home, name);
}

function take(paths: string[], options: Partial<ImportOptions> = {}) {
  return importCodeSets(paths, { directory, starter, ...options });
}

const summaries = () =>
  openListStore(directory)
    .summaries()
    .map(({ name, size, source }) => `${name} ${size} ${source}`);

const places = fshFile('CLM-POS-CD', [
  ['11', 'Invented room'],
  ['12', 'Invented house'],
  ['30', 'UNASSIGNED'],
]);
const archive = gzipSync(
  tarOf({
    'CodeSystem-CLM-POS-CD.fsh': places,
    'CodeSystem-ANSI-RSN-CD.fsh': fshFile('ANSI-RSN-CD', [['45', 'Invented']]),
    'CodeSystem-CLM-TYPE-CD.fsh': fshFile('CLM-TYPE-CD', [['71', 'Invented']]),
    'README.md': 'not read',
  }),
);

test('an archive of code systems as CMS ships it becomes lists, and what is not for us is said', async () => {
  const report = await take([await file('fsh.tar.gz', archive)]);
  expect(report.lists).toEqual([
    { list: 'adjustment-reason', codes: 1 },
    { list: 'place-of-service', codes: 2 },
  ]);
  expect(report.skipped.map(({ name }) => name)).toEqual([
    'fsh.tar.gz: CodeSystem-CLM-TYPE-CD.fsh',
    'fsh.tar.gz: README.md',
  ]);
  expect(summaries()).toEqual([
    'adjustment-reason 1 CodeSystem-ANSI-RSN-CD.fsh',
    'place-of-service 2 CodeSystem-CLM-POS-CD.fsh',
  ]);
});

test.each([
  ['a bare file', 'CodeSystem-CLM-POS-CD.fsh', places],
  ['a packed file', 'places.fsh.gz', gzipSync(places)],
  ['a zip archive', 'places.zip', zipOf({ 'places.fsh': places })],
])('the same list comes from %s', async (_, name, content) => {
  expect((await take([await file(name, content)])).lists).toEqual([{ list: 'place-of-service', codes: 2 }]);
});

test('an import again changes nothing, and one of another list keeps the first', async () => {
  const path = await file('fsh.tar.gz', archive);
  await take([path]);
  const before = await readFile(join(directory, 'lists.json'));
  const again = await take([path]);
  expect([again.lists, new Set(again.files.map(({ change }) => change))]).toEqual([[], new Set(['same'])]);
  expect(await readFile(join(directory, 'lists.json'))).toEqual(before);
  await take([await file('remarks.csv', 'code\nN1\n')], { list: 'remark' });
  expect(summaries()).toHaveLength(3);
});

test('a list with dates is kept before one without, and a list as published before a table made of it', async () => {
  const dated = await file('dated.csv', 'place_of_service,effective_to\n11,2025-12-31\n');
  const bare = await file('bare.csv', 'code\n11\n');
  const published = await file('CLM-POS-CD.fsh', `${places}* #13 "Invented. INACTIVE"\n`);
  const changes = async (path: string, options: Partial<ImportOptions> = {}) =>
    (await take([path], options)).files.map(({ change }) => change);
  expect(await changes(bare, { list: 'place-of-service' })).toEqual(['new']);
  expect(await changes(published)).toEqual(['replaced']);
  expect(await changes(await file('pos.tsv', 'pos_code\tpos_name\n11\tRoom\n'))).toEqual(['kept-official']);
  expect(await changes(dated)).toEqual(['replaced']);
  expect(await changes(published)).toEqual(['kept-dated']);
  expect(await changes(bare, { list: 'place-of-service' })).toEqual(['replaced']);
});

test('lists of MS-DRGs stand side by side, a year each', async () => {
  const appendix = (version: number) =>
    `Appendix A List of MS-DRGs Version ${version}.0\nDRG MDC MS Description\n001     P  INVENTED\n999        NOT GROUPED\n`;
  await take([await file('a.txt', appendix(42)), await file('b.txt', appendix(43))]);
  await take([await file('c.csv', 'drg,mdc\n001,\n')], { edition: 'FY2027' });
  expect(
    openListStore(directory)
      .summaries()
      .map(({ edition, period }) => [edition, period?.effectiveFrom]),
  ).toEqual([
    ['FY2025', '2024-10-01'],
    ['FY2026', '2025-10-01'],
    ['FY2027', '2026-10-01'],
  ]);
});

const cut = archive.subarray(0, archive.length - 30);
test.each<
  [what: string, name: string, content: string | Uint8Array, list: ImportOptions['list'], expected: string]
>([
  ['a cut archive', 'fsh.tar.gz', cut, undefined, 'fsh.tar.gz'],
  ['an archive with a link', 'fsh.tar.gz', gzipSync(tarOf({ 'a.fsh': '' }, '2')), undefined, 'has a link'],
  ['an archive that climbs out', 'fsh.tgz', gzipSync(tarOf({ '../a.fsh': places })), undefined, 'leaves it'],
  [
    'a cut file',
    'pos.fsh',
    places.slice(0, -10),
    undefined,
    'line 8 is no place-of-service code and its meaning',
  ],
  [
    'a table without a heading',
    'pos.csv',
    '11\n12\n',
    'place-of-service',
    'expected a heading with the columns code',
  ],
  [
    'codes of another list',
    'pos.csv',
    'code\nN130\n',
    'place-of-service',
    'line 2 has no place-of-service code',
  ],
])(
  '%s is refused with what was expected, and nothing is imported',
  async (_, name, content, list, expected) => {
    const sound = await file('sound.fsh', fshFile('CLM-REV-CNTR-CD', [['0450', 'Invented']]));
    const refusal = await take([sound, await file(name, content)], list ? { list } : {}).catch(
      (error) => error,
    );
    expect(refusal).toBeInstanceOf(CodeSetError);
    expect(refusal).toMatchObject({ code: 'codes.refused-file', message: expect.stringContaining(expected) });
    expect(summaries()).toEqual([]);
  },
);

test('damaged lists are told, and healed at the next start', async () => {
  await take([await file('pos.fsh', places)]);
  const path = join(directory, 'lists.json');
  const whole = await readFile(path, 'utf8');
  await writeFile(path, whole.replace('"11"', '"13"'));
  const store = openEditionStore(directory);
  expect(store.problems().join()).toContain('lists.json');
  expect(store.lists.isListed('place-of-service', '13', isoDate('2026-01-01'))).toBeUndefined();
  await rebuildEditions({ directory, starter });
  expect(await readFile(path, 'utf8')).toBe(whole);
  expect(store.problems()).toEqual([]);
});

test('lists named at a start are taken, and do not stand in for the code sets', async () => {
  const options = { directory, starter, today: isoDate('2026-01-15'), online: false };
  const named = await file('pos.fsh', places);
  expect(await findCodeSets({ ...options, named })).toEqual({ from: 'starter', problems: [] });
  expect(await findCodeSets({ ...options, named })).toEqual({ from: 'starter', problems: [] });
  expect(summaries()).toEqual(['place-of-service 2 pos.fsh']);
  await take([await file('icd10cm-order-2026.txt', orderFile(tinyCodes))]);
  expect((await findCodeSets(options)).from).toBe('imported');
});

test('the mapping for risk adjustment is a list of its payment year, and tells categories by the day', async () => {
  const mapping = (category: number) => `diagnosis_code,cc,model_name\nE1122,${category},CMS-HCC Model V28\n`;
  await take([await file('dx_to_cc_2025.csv', mapping(35)), await file('dx_to_cc_2026.csv', mapping(37))]);
  const lists = openListStore(directory);
  expect(lists.summaries().map(({ name, edition, size }) => [name, edition, size])).toEqual([
    ['risk-adjustment', 'PY2025', 1],
    ['risk-adjustment', 'PY2026', 1],
  ]);
  expect(lists.riskCategories(isoDate('2025-03-01'))?.('E11.22')).toEqual([{ model: 'V28', category: '37' }]);
  expect(lists.riskCategories(isoDate('2024-03-01'))?.('E11.22')).toEqual([{ model: 'V28', category: '35' }]);
});

test('without a mapping nobody is told that a diagnosis counts for nothing', () => {
  expect(openListStore(directory).riskCategories(isoDate('2026-03-01'))).toBeUndefined();
});
