import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cptFile, fshFile, orderFile, tabularXml, tinyCodes } from '../../test/code-files.ts';
import { codesCommand } from './codes.ts';
import type { Terminal } from './terminal.ts';

let home = '';
let data = '';
beforeAll(async () => {
  process.env.SUPERBILL_OFFLINE = '1';
  delete process.env.SUPERBILL_CODESETS;
  home = await mkdtemp(join(tmpdir(), 'cli-codes-'));
  data = join(home, 'data');
  await mkdir(join(home, 'empty'));
  await writeFile(join(home, 'order-2026.txt'), orderFile(tinyCodes));
  await writeFile(join(home, 'tabular-2021.xml'), tabularXml('2021'));
  await writeFile(join(home, 'cut-2026.txt'), orderFile(tinyCodes).slice(0, -40));
  await writeFile(join(home, 'letter.txt'), 'Dear reader');
});
afterAll(async () => {
  delete process.env.SUPERBILL_OFFLINE;
  await rm(home, { recursive: true, force: true });
});

/** Runs `superbill codes …` and answers what it said. */
async function run(words: string[], input = '') {
  const out: string[] = [];
  const err: string[] = [];
  let status = 0;
  const terminal: Terminal = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    input: (async function* () {
      yield input;
    })(),
    exit: (worst) => {
      status = Math.max(status, worst);
    },
  };
  await codesCommand(terminal).parseAsync(words, { from: 'user' });
  const json = (): unknown => JSON.parse(out[0] ?? '');
  return { out, err: err.join('\n'), status, json };
}

describe('before anything is imported', () => {
  test('the starter set answers and says so', async () => {
    const empty = join(home, 'empty');
    const listed = await run(['list', '--json', '--data', empty]);
    expect(listed.json()).toMatchObject([{ system: 'icd10cm', starter: true, source: 'starter set' }]);
    const searched = await run(['search', 'high', 'blood', 'pressure', '--data', empty]);
    expect(searched.err).toContain('starter set');
    expect(searched.err).toContain('superbill codes import');
    expect(searched.status).toBe(0);
  });

  test('an import without network and without a path says what to do', async () => {
    const { status, err } = await run([
      'lookup',
      '0016070',
      '--system',
      'icd10pcs',
      '--data',
      join(home, 'empty'),
    ]);
    expect(status).toBe(2);
    expect(err).toContain('superbill codes import');
  });
});

describe('with an imported edition', () => {
  beforeAll(async () => {
    const { out, status, err } = await run([
      'import',
      join(home, 'order-2026.txt'),
      join(home, 'tabular-2021.xml'),
      '--data',
      data,
    ]);
    expect(status).toBe(0);
    expect(out.join('\n')).toContain('Ready: icd10cm FY2026 with 5 billable codes.');
    expect(err).toContain('Reading order-2026.txt');
  });

  test('list has the agreed shape', async () => {
    const { json, out } = await run(['list', '--json', '--data', data]);
    expect(out).toHaveLength(1);
    expect(json()).toMatchObject([
      {
        system: 'icd10cm',
        edition: 'FY2026',
        effectiveFrom: '2025-10-01',
        effectiveTo: '2026-09-30',
        codes: 5,
        source: 'order-2026.txt, tabular-2021.xml',
      },
    ]);
    expect((await run(['list', '--data', data])).out[1]).toContain('FY2026');
  });

  test('lookup has the agreed shape, with or without the dot', async () => {
    const { json, status } = await run(['lookup', 'a000', '--date', '2026-01-01', '--json', '--data', data]);
    expect(status).toBe(0);
    expect(json()).toMatchObject({
      system: 'icd10cm',
      code: 'A00.0',
      title: 'Blue fever with spots',
      billable: true,
      edition: 'FY2026',
      parents: [{ code: 'A00', title: 'Blue fever' }],
      notes: [{ at: 'A00.0' }, { at: 'A00' }, { at: 'A00-A09' }, { at: 'Chapter 1' }],
      outOfDate: false,
    });
    const told = await run(['lookup', 'S52.0X1A', '--date', '2026-01-01', '--data', data]);
    expect(told.out.join('\n')).toContain('7th character A: first visit');
    expect(told.err).toContain('FY2026 with notes of FY2021');
  });

  test('an unknown code exits with 1 and names what is near', async () => {
    const { json, status, err } = await run([
      'lookup',
      'A00.5',
      '--date',
      '2026-01-01',
      '--json',
      '--data',
      data,
    ]);
    expect(status).toBe(1);
    expect(json()).toEqual({
      error: { code: 'codes.unknown', message: 'There is no code A00.5 in icd10cm FY2026.' },
      nearMisses: ['A00', 'A00.0', 'A00.9'],
    });
    expect(err).toContain('Near it: A00');
  });

  test('a date outside every edition is told', async () => {
    const { json, err } = await run(['lookup', 'A00', '--date', '2026-10-01', '--json', '--data', data]);
    expect(json()).toMatchObject({ edition: 'FY2026', outOfDate: true });
    expect(err).toContain('FY2026 was not in force on Oct 1, 2026');
  });

  test('search answers as JSON, as a table and line by line in order', async () => {
    const words = [
      'search',
      'blue',
      'fever',
      'with',
      'spots',
      '--date',
      '2026-01-01',
      '--data',
      data,
      '--limit',
      '2',
    ];
    expect((await run([...words, '--json'])).json()).toMatchObject({
      id: null,
      results: [{ code: 'A00.0', billable: true, missing: expect.any(Array), conflicts: [] }],
      ms: expect.any(Number),
    });
    expect((await run(words)).out[0]).toContain('A00.0');

    const lines =
      '{"id":7,"text":"blue fever with spots"}\n\nno json\n{"id":"b","text":""}\n{"id":5,"text":3}';
    const answers = await run(['search', '--jsonl', '--date', '2026-01-01', '--data', data], lines);
    expect(answers.out.map((line) => JSON.parse(line))).toMatchObject([
      { id: 7, results: [{ code: 'A00.0' }], ms: expect.any(Number) },
      { id: null, line: 3, error: { code: 'codes.no-question' } },
      { id: 'b', results: [] },
      { id: 5, line: 5, error: { code: 'codes.no-question' } },
    ]);
    expect(answers.status).toBe(1);
  });

  test.each([
    [['lookup', 'A00', '--date', '2026-02-30'], 2, 'not a date'],
    [['lookup', 'A00', '--date', '2015-09-30'], 2, 'ICD-9-CM'],
    [['search'], 2, 'what to search for'],
    [['search', 'fever', '--json', '--jsonl'], 2, 'not both'],
    [['import', 'nowhere'], 2, 'no file or folder'],
    [['import', 'letter.txt'], 2, 'Nothing there is a code set'],
    [['import', 'cut-2026.txt'], 1, 'cut short'],
    [['import', 'letter.txt', '--list', 'remark'], 1, 'expected a heading with the columns code'],
  ])('%j exits with %d', async (words, status, expected) => {
    const [command = '', ...rest] = words;
    const placed =
      command === 'import' ? rest.map((word) => (/\.|where/.test(word) ? join(home, word) : word)) : rest;
    const answer = await run([command, ...placed, '--data', data]);
    expect(answer.status).toBe(status);
    expect(answer.err).toContain(expected);
  });
});

describe('with code lists', () => {
  const listed = () => join(home, 'listed');
  beforeAll(async () => {
    await writeFile(join(home, 'remarks.csv'), 'code,effective_from\nN1,1997-01-01\nN2,1997-01-01\n');
    await writeFile(join(home, 'pos.fsh'), fshFile('CLM-POS-CD', [['11', 'Invented']]));
    const others = Array.from({ length: 6 }, (_, number) => fshFile(`CLM-OTHER-${number}-CD`, [['1', 'x']]));
    const names = await Promise.all(
      others.map(async (text, number) => {
        await writeFile(join(home, `other-${number}.fsh`), text);
        return join(home, `other-${number}.fsh`);
      }),
    );
    const remarks = await run(['import', join(home, 'remarks.csv'), '--list', 'remark', '--data', listed()]);
    expect(remarks.out).toEqual([
      'Imported remarks.csv: list of remark.',
      'Ready: the list remark with 2 codes.',
    ]);
    const places = await run(['import', join(home, 'pos.fsh'), ...names, '--data', listed()]);
    expect(places.out[0]).toBe(
      'Skipped 6 files, other-0.fsh the first: not a code list that X12 files are checked against.',
    );
    expect(places.status).toBe(0);
  });

  test('list shows them beside the editions, with source and count', async () => {
    const { json } = await run(['list', '--json', '--data', listed()]);
    expect(json()).toMatchObject([
      { system: 'icd10cm', starter: true },
      { system: 'place-of-service', kind: 'list', codes: 1, source: 'pos.fsh' },
      { system: 'remark', kind: 'list', codes: 2, source: 'remarks.csv' },
    ]);
    expect((await run(['list', '--data', listed()])).out.join('\n')).toMatch(/remark +2 +remarks\.csv/);
  });

  test('a list that does not say which it is, is asked for by name', async () => {
    const { status, err } = await run(['import', join(home, 'remarks.csv'), '--data', listed()]);
    expect([status, err]).toEqual([2, expect.stringContaining('name it with --list')]);
  });
});

describe('with a licensed list of CPT', () => {
  const mine = () => join(home, 'licensed');

  test('an import names the list and its year, and reminds of the licence', async () => {
    await writeFile(join(home, 'list.csv'), cptFile());
    const { out, err, status } = await run([
      'import',
      join(home, 'list.csv'),
      '--system',
      'cpt',
      '--edition',
      '2026',
      '--data',
      mine(),
    ]);
    expect(status).toBe(0);
    expect(out.join('\n')).toContain('Ready: cpt 2026 with 3 billable codes.');
    expect(err).toContain('American Medical Association');
  });

  test('it is searched by words and by code', async () => {
    const found = await run([
      'search',
      'brass',
      'bell',
      '--system',
      'cpt',
      '--date',
      '2026-05-01',
      '--data',
      mine(),
    ]);
    expect(found.out[0]).toContain('0003T');
    expect(found.err).toContain('Answered from cpt 2026.');
    expect((await run(['lookup', '00001', '--data', mine()])).out.join('\n')).toContain('paper kite');
  });
});
