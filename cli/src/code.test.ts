import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeCommand } from './code.ts';
import type { Terminal } from './terminal.ts';

const note = 'Mother has asthma.\nAssessment: 1. Hypertension 2. Possible gout';

let home = '';
beforeAll(async () => {
  process.env.SUPERBILL_OFFLINE = '1';
  delete process.env.SUPERBILL_CODESETS;
  home = await mkdtemp(join(tmpdir(), 'cli-code-'));
  await mkdir(join(home, 'data'));
  await writeFile(join(home, 'note.txt'), note);
});
afterAll(async () => {
  delete process.env.SUPERBILL_OFFLINE;
  await rm(home, { recursive: true, force: true });
});

/** Runs `superbill code …` on the starter set and answers what it said. */
async function run(words: string[], input = '', data = 'data') {
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
  await codeCommand(terminal).parseAsync([...words, '--data', join(home, data)], { from: 'user' });
  return { out, err: err.join('\n'), status, lines: () => out.map((line): unknown => JSON.parse(line)) };
}

test('a file is answered for a person, with the span, the path and the set that answered', async () => {
  const { out, err, status } = await run([join(home, 'note.txt')]);
  expect(out[0]).toMatch(/^I10 {2}.*first-listed\)$/);
  expect(out.join('\n')).toContain('“Hypertension” at 34');
  expect(out.join('\n')).not.toMatch(/^(?:J45|M10)/m);
  expect(out.join('\n')).toMatch(/^Not coded, and why:\n(?: {4}.*\n)*? {4}M10\.9.*IV\.H/m);
  expect(err).toContain('Answered from the starter set');
  expect(status).toBe(0);
});

test('--json answers one value in the agreed shape', async () => {
  const { lines } = await run([join(home, 'note.txt'), '--json', '--date', '2026-03-01']);
  expect(lines()).toMatchObject([
    {
      id: null,
      suggestions: [
        {
          code: 'I10',
          system: 'icd10cm',
          primary: true,
          evidence: [{ start: 34, end: 46, quote: 'Hypertension' }],
          path: [expect.any(String)],
          notes: [],
          section: { kind: 'assessment' },
          alternatives: expect.any(Array),
          riskCategories: [],
          rules: [],
        },
      ],
      queries: [],
      firings: [],
      notCoded: expect.any(Array),
      ms: expect.any(Number),
      starter: true,
    },
  ]);
});

test('--jsonl answers each line in order, with its own setting, and a bad line with an error', async () => {
  const questions = [
    JSON.stringify({ id: 1, text: note }),
    'not json',
    JSON.stringify({ id: 3, text: 'Discharge diagnosis: possible gout', setting: 'inpatient' }),
    JSON.stringify({ id: 4, text: 'Assessment: gout', date: '2026-02-30' }),
    '',
    JSON.stringify({ id: 6, txt: 'Assessment: gout' }),
    JSON.stringify({ id: 7, text: 'Assessment: gout', date: '2015-09-30' }),
  ];
  const { lines, status } = await run(['--jsonl'], questions.join('\n'));
  expect(lines()).toMatchObject([
    { id: 1, suggestions: [{ code: 'I10' }] },
    { id: null, line: 2, error: { code: 'code.no-question' } },
    { id: 3, suggestions: [{ code: 'M10.9' }] },
    { id: 4, line: 4, error: { code: 'code.no-question' } },
    { id: 6, line: 6, error: { code: 'code.no-question' } },
    { id: 7, line: 7, error: { message: expect.stringContaining('2015-10-01') } },
  ]);
  expect(status).toBe(1);
});

test('a file that is not there is wrong use, and is named', async () => {
  const { err, status } = await run([join(home, 'nowhere.txt')]);
  expect(err).toContain('nowhere.txt cannot be read (ENOENT)');
  expect(status).toBe(2);
});

test('what is not a text is wrong use, and no code comes of it', async () => {
  await writeFile(join(home, 'scan.pdf'), Buffer.from('gout\0\u0001\u0002hypertension'));
  const { out, err, status } = await run([join(home, 'scan.pdf')]);
  expect(out).toEqual([]);
  expect(err).toContain('scan.pdf is not a text');
  expect(status).toBe(2);
});

test('--json beside --jsonl, and a date before ICD-10, are wrong use', async () => {
  const both = await run(['--jsonl', '--json'], '{"id":1,"text":"gout"}');
  expect([both.status, both.err]).toEqual([2, expect.stringContaining('not both')]);
  const early = await run([join(home, 'note.txt'), '--date', '2015-09-30']);
  expect([early.status, early.err, early.out]).toEqual([2, expect.stringContaining('ICD-9-CM'), []]);
});

test('a data directory that is not there is said', async () => {
  const { err, status } = await run([join(home, 'note.txt')], '', 'dta');
  expect(err).toContain('There is no data directory');
  expect(status).toBe(0);
});

test('a date of service in the text that is another than the one coded for is told', async () => {
  await writeFile(join(home, 'dated.txt'), `Date of service: 3/4/2026\n${note}`);
  const hint = 'To code for the date it states: --date 2026-03-04';
  expect((await run([join(home, 'dated.txt'), '--date', '2026-03-05'])).err).toContain(hint);
  expect((await run([join(home, 'dated.txt'), '--date', '2026-03-04'])).err).not.toContain('states');
});
