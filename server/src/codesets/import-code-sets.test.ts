import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { isoDate } from '@superbill/engines/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  codesFile,
  drugXml,
  hcpcsFile,
  indexXml,
  type OrderLine,
  orderFile,
  poaFile,
  tabularXml,
  tinyCodes,
  zipOf,
} from '../../../test/code-files.ts';
import { readArtifact } from './artifact-file.ts';
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
  home = await mkdtemp(join(tmpdir(), 'code-sets-'));
  directory = join(home, 'codesets');
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(home, 'files', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

function take(...paths: string[]) {
  return importCodeSets(paths, { directory, starter });
}

function artifact(edition = 'FY2026', system = 'icd10cm'): string {
  return join(directory, system, `${edition}.sbc`);
}

async function problemOf(run: Promise<unknown>): Promise<CodeSetError> {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CodeSetError) return error;
  throw new Error(`expected a CodeSetError, not ${error}`);
}

const codesZip = () =>
  zipOf({
    'icd10cm-order-2026.txt': orderFile(tinyCodes),
    'icd10cm-codes-2026.txt': codesFile(tinyCodes),
    'icd10cm-order-addenda-2026.txt': 'Delete:      1 B880    Other\r\n',
    'guide.pdf': 'not read',
  });

describe('an import', () => {
  test('takes an archive as published and says what it skipped', async () => {
    const report = await take(await file('Code Descriptions.zip', codesZip()));
    expect(report.built).toEqual([
      { system: 'icd10cm', edition: 'FY2026', codes: 5, notesDropped: 0, termsDropped: 0 },
    ]);
    expect(report.files).toEqual([
      { name: 'icd10cm-order-2026.txt', system: 'icd10cm', edition: 'FY2026', kind: 'order', change: 'new' },
    ]);
    expect(report.skipped.map(({ name }) => name)).toEqual([
      'Code Descriptions.zip: icd10cm-order-addenda-2026.txt',
      'Code Descriptions.zip: guide.pdf',
    ]);
    const store = openEditionStore(directory);
    expect(store.listEditions()).toMatchObject([
      { edition: 'FY2026', codes: 5, source: 'icd10cm-order-2026.txt' },
    ]);
    expect(store.editionFor('icd10cm', isoDate('2026-01-01'))?.codes.lookup('A000')?.title).toBe(
      'Blue fever with spots',
    );
  });

  test('takes a folder with everything in it, packed or bare', async () => {
    await file('a/order-2026.txt.gz', gzipSync(orderFile(tinyCodes)));
    await file('b/c/tabular_2026.xml', tabularXml());
    await file('b/index_2025.xml', indexXml('2025'));
    await file('b/drug-April-1-2026.xml', drugXml());
    await file('b/POAexemptCodesFY26.txt', poaFile(['A00.9']));
    await file('HCPC2026_APR_ANWEB.txt', hcpcsFile());
    await file('notes.pdf', 'no');
    await file('.hidden', 'no');
    const report = await take(join(home, 'files'));
    expect(report.built.map(({ system, edition }) => `${system} ${edition}`)).toEqual([
      'hcpcs 2026-04',
      'icd10cm FY2026',
    ]);
    expect(report.skipped).toEqual([
      { name: 'notes.pdf', reason: 'not a file that code sets are read from' },
    ]);
    const edition = openEditionStore(directory).editionFor('icd10cm', isoDate('2026-01-01'));
    expect(edition?.codes.edition).toMatchObject({ indexFrom: 'FY2025', notesFrom: 'FY2026' });
    expect(edition?.codes.lookup('A00.9')).toMatchObject({
      poaExempt: true,
      notes: [{ codeFirst: ['the cause'] }, {}, {}, {}],
    });
    expect(edition?.search.search('azure fever')[0]?.code).toBe('A00.9');
  });

  test('again changes nothing', async () => {
    const path = await file('codes-2026.zip', codesZip());
    await take(path);
    const before = await readFile(artifact());
    const report = await take(path);
    expect(report.built).toEqual([]);
    expect(report.files.map(({ change }) => change)).toEqual(['same']);
    expect(await readFile(artifact())).toEqual(before);
  });

  test('gives the same in any order of imports', async () => {
    const order = await file('order-2026.txt', orderFile(tinyCodes));
    const tabular = await file('tabular-2021.xml', tabularXml('2021'));
    const index = await file('index-2025.xml', indexXml('2025'));
    const bytes: Buffer[] = [];
    for (const sequence of [
      [order, tabular, index],
      [index, tabular, order],
      [tabular, order, index],
    ]) {
      await rm(directory, { recursive: true, force: true });
      for (const path of sequence) await take(path);
      bytes.push(await readFile(artifact()));
    }
    await rm(directory, { recursive: true, force: true });
    await take(index, order, tabular);
    bytes.push(await readFile(artifact()));
    expect(bytes.every((other) => other.equals(bytes[0] ?? Buffer.alloc(0)))).toBe(true);
  });

  test('of notes alone keeps them for later', async () => {
    const report = await take(await file('tabular-2021.xml', tabularXml('2021')));
    expect(report.built).toEqual([]);
    expect(openEditionStore(directory).listEditions()).toEqual([]);
  });

  test('of newer notes serves the editions that are there', async () => {
    await take(
      await file('order-2026.txt', orderFile(tinyCodes)),
      await file('tabular-2021.xml', tabularXml('2021')),
    );
    const report = await take(await file('tabular-2025.xml', tabularXml('2025')));
    expect(report.built).toHaveLength(1);
    expect(openEditionStore(directory).listEditions()).toMatchObject([{ notesFrom: 'FY2025' }]);
  });

  test('replaces an edition that is published anew, but not by a table made of it', async () => {
    const corrected: OrderLine[] = tinyCodes.map(([code, title, billable]) => [
      code,
      title.replace('Blue', 'Navy'),
      billable ?? true,
    ]);
    await take(await file('order-2026.txt', orderFile(tinyCodes)), await file('index-2026.xml', indexXml()));
    await take(await file('order-2026-v2.txt', orderFile(corrected)));
    const edition = openEditionStore(directory).editionFor('icd10cm', isoDate('2026-01-01'));
    expect(edition?.codes.lookup('A00')?.title).toBe('Navy fever');
    const table = 'RowID,Letter,Level,Term,See,SeeAlso,NonEssModif,Code\n1,F,0,Fever,,,,A00\n';
    const report = await take(await file('Index_2026.csv', table));
    expect(report.files[0]?.change).toBe('kept-official');
  });

  test('keeps the list of exempt codes to its own year', async () => {
    await take(
      await file('order-2025.txt', orderFile(tinyCodes)),
      await file('POAexemptCodesFY26.txt', poaFile(['A00.9'])),
    );
    const entry = openEditionStore(directory)
      .editionFor('icd10cm', isoDate('2025-01-01'))
      ?.codes.lookup('A00.9');
    expect(entry).not.toHaveProperty('poaExempt');
  });

  test('takes the edition from the user where names do not say it', async () => {
    const path = await file('order.txt', orderFile(tinyCodes));
    expect((await problemOf(take(path))).message).toContain('--edition FY2026');
    await importCodeSets([path], { directory, starter, edition: 'FY2026-april' });
    expect(openEditionStore(directory).listEditions()).toMatchObject([
      { edition: 'FY2026-april', effectiveFrom: '2026-04-01' },
    ]);
  });
});

describe('nothing is imported', () => {
  const zip = codesZip();
  test.each([
    ['a cut archive', 'codes-2026.zip', zip.slice(0, zip.length / 2), 'cut short'],
    [
      'an archive that climbs out',
      'codes-2026.zip',
      zipOf({ '../order-2026.txt': orderFile(tinyCodes) }),
      'leaves it',
    ],
    ['a bomb', 'codes-2026.zip', zipOf({ 'order-2026.txt': new Uint8Array(4_000_000) }), '200 times'],
    ['an archive that is none', 'codes-2026.zip', 'hello', 'it may be damaged'],
    [
      'a cut gzip file',
      'order-2026.txt.gz',
      gzipSync(orderFile(tinyCodes)).slice(0, 60),
      'order-2026.txt.gz',
    ],
    ['a cut order file', 'order-2026.txt', orderFile(tinyCodes).slice(0, -40), 'cut short'],
    [
      'a tabular list with a document type',
      'tabular-2026.xml',
      `<!DOCTYPE a>${tabularXml().slice(39)}`,
      'document type',
    ],
    [
      'codes that disagree with their headings',
      'codes-2026.zip',
      zipOf({ 'order-2026.txt': orderFile(tinyCodes), 'codes-2026.txt': codesFile(tinyCodes.slice(1, 3)) }),
      'the codes file beside it 2',
    ],
  ])('from %s', async (_, name, content, expected) => {
    const good = await file('good-2025.txt', orderFile(tinyCodes));
    const error = await problemOf(take(good, await file(name, content)));
    expect(error.code).toBe('codes.refused-file');
    expect(error.message).toContain(expected);
    expect(existsSync(directory)).toBe(false);
  });

  test.each([
    [
      'a web page named like an archive',
      'codes-2026.zip',
      '<!DOCTYPE html><html>Agree first</html>',
      'web page',
    ],
    ['a foreign file', 'letter.txt', 'Dear reader', 'order file'],
    ['only codes without headings', 'codes-2026.txt', codesFile(tinyCodes), 'order file'],
  ])('from %s', async (_, name, content, expected) => {
    const error = await problemOf(take(await file(name, content)));
    expect(error.code).toBe('codes.nothing-found');
    expect(error.message).toContain(expected);
  });

  test('from a path that is not there', async () => {
    expect((await problemOf(take(join(home, 'nowhere')))).code).toBe('codes.unreadable');
  });
});

describe('an interrupted import', () => {
  test('leaves the old edition, and is finished by the next start', async () => {
    await take(await file('order-2026.txt', orderFile(tinyCodes)));
    const before = await readFile(artifact());
    const later = await file('tabular-2026.xml', tabularXml());
    // The process dies after the files are kept, when the edition is about to be put together.
    const script = `
      import { importCodeSets } from ${JSON.stringify(fileURLToPath(new URL('./import-code-sets.ts', import.meta.url)))};
      const onProgress = (message) => message.startsWith('Putting together') && process.kill(process.pid, 'SIGKILL');
      await importCodeSets([${JSON.stringify(later)}], { directory: ${JSON.stringify(directory)}, onProgress });`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    const signal = await new Promise((resolve) => {
      child.on('exit', (_, killedBy) => resolve(killedBy));
    });
    expect(signal).toBe('SIGKILL');
    expect(await readFile(artifact())).toEqual(before);

    const report = await rebuildEditions({ directory, starter });
    expect(report.built).toHaveLength(1);
    expect((await rebuildEditions({ directory, starter })).built).toEqual([]);
    const notes = openEditionStore(directory)
      .editionFor('icd10cm', isoDate('2026-01-01'))
      ?.codes.notesAt('A00');
    expect(notes?.includes).toEqual(['azure fever']);
  });

  test('leaves a half-written file that harms nothing', async () => {
    await take(await file('order-2026.txt', orderFile(tinyCodes)));
    await writeFile(`${artifact()}.new`, 'half');
    expect(openEditionStore(directory).listEditions()).toHaveLength(1);
    await take(await file('tabular-2026.xml', tabularXml()));
    expect(await readdir(join(directory, 'icd10cm'))).toEqual(['FY2026.sbc']);
  });

  test.each([
    ['a running one', String(process.pid), 'codes.busy'],
    ['one whose process is gone', '999999999', undefined],
  ])('a lock of %s', async (_, pid, code) => {
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, '.import-lock'), pid);
    const run = take(await file('order-2026.txt', orderFile(tinyCodes)));
    if (code) expect((await problemOf(run)).code).toBe(code);
    else expect((await run).built).toHaveLength(1);
  });
});

describe('a damaged edition', () => {
  test.each([
    ['a changed byte', (bytes: Buffer) => bytes.fill(bytes[9000] ? 0 : 1, 9000, 9001), 'checksum'],
    ['a lost end', (bytes: Buffer) => bytes.subarray(0, 9000), 'checksum'],
    ['a lost header', (bytes: Buffer) => bytes.subarray(0, 100), 'cut short'],
    ['a foreign header', (bytes: Buffer) => bytes.fill('{', 0, 10), 'header'],
  ])('with %s is found, named, and healed by the next import', async (_, damage, expected) => {
    const path = await file('order-2026.txt', orderFile(tinyCodes));
    await take(path);
    const whole = await readFile(artifact());
    await rm(artifact());
    await writeFile(artifact(), damage(Buffer.from(whole)));
    expect(() => readArtifact(artifact())).toThrow(expected);
    const store = openEditionStore(directory);
    const told =
      store.problems().join() || String(catching(() => store.editionFor('icd10cm', isoDate('2026-01-01'))));
    expect(told).toContain('FY2026.sbc');
    expect((await take(path)).built).toHaveLength(1);
    expect(await readFile(artifact())).toEqual(whole);
  });
});

function catching(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test('an edition is renewed with our newer words, unless they are to be kept for now', async () => {
  await take(
    await file('icd10cm-order-2026.txt', orderFile(tinyCodes)),
    await file('HCPC2026_APR.txt', hcpcsFile()),
  );
  const vocabulary = { ...starter.vocabulary, phrases: [{ from: 'mountain fever', to: 'blue fever' }] };
  const newer = { ...starter, vocabulary, sha256: 'newer' };
  const builtBy = async (options: { keepWords?: boolean }) =>
    (await rebuildEditions({ directory, starter: newer, ...options })).built.map(({ edition }) => edition);
  const store = openEditionStore(directory);
  const found = () =>
    store.editionFor('icd10cm', isoDate('2026-01-01'))?.search.search('mountain fever with spots');
  expect(found()?.[0]?.score).toBeLessThan(0.9);
  expect(await builtBy({ keepWords: true })).toEqual([]);
  expect(await builtBy({})).toEqual(['2026-04', 'FY2026']);
  expect(found()?.[0]?.score).toBeGreaterThan(0.99);
  expect(await builtBy({})).toEqual([]);
  // New diagnoses in the starter set do not touch other systems.
  expect((await rebuildEditions({ directory, starter: { ...newer, sha256: 'newest' } })).built).toMatchObject(
    [{ edition: 'FY2026' }],
  );
});
