import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDate } from '@superbill/engines/model';
import { CodeSetError } from '@superbill/server/codesets/code-set-error';
import { importCodeSets } from '@superbill/server/codesets/import-code-sets';
import { loadStarter } from '@superbill/server/codesets/starter';
import { readFeeFile } from '@superbill/server/fees/fee-file';
import { afterAll, describe, expect, test } from 'vitest';

// Tables come in two ways: code lists by `superbill codes import`, prices by the page of fees.

const starter = loadStarter();
const home = await mkdtemp(join(tmpdir(), 'superbill-csv-'));
afterAll(() => rm(home, { recursive: true, force: true }));
const own = Object.getOwnPropertyNames(Object.prototype);

const many = (count: number, text: string) => text.repeat(count);
/** What the rows do; the heading stands before them, except where a table brings its own. */
const hostile: [does: string, rows: string, heading?: string][] = [
  ['opens a quote and never closes it', `"${many(100_000, 'a,b\n')}`],
  ['opens a quote in each field', many(100_000, '"a,\n')],
  ['doubles quotes without end', `"${many(300_000, '""')}`],
  ['is nothing but quotes', many(300_000, '"')],
  ['is nothing but commas', many(300_000, ',')],
  ['is nothing but line ends', many(300_000, '\n')],
  ['ends lines in three ways', many(50_000, 'N1\r\nN2\nN3\r')],
  ['has a line of a hundred thousand fields', `N1${many(100_000, ',')}`],
  ['has a field of a megabyte', `N1,${many(1_000_000, 'a')}`],
  ['has a hundred thousand rows', many(100_000, 'N1,2026-01-01,\n')],
  ['runs in a spreadsheet', '=cmd|"/c calc"!A0,2026-01-01,\n@SUM(1),,\n+1,,\n-1,,\n'],
  ['has the names of the language', '__proto__,,\nconstructor,,\ntoString,,\n'],
  ['has headings of the language', 'N1,a,b\n', '__proto__,constructor,procedure,price,code\n'],
  ['has a heading twice', 'N1,N2,1.00,2.00\n', 'code,code,price,price\n'],
  ['has headings without end', 'N1\n', many(100_000, 'code,')],
  ['has zeros in it', 'N\0 1,2026-01-01,\n\0\0\n'],
  ['has signs that steer a terminal', 'N1\u001b[2J,2026-01-01,\n\u202eN2,,\n'],
  ['has dates that are none', 'N1,2026-02-30,\nN2,0000-00-00,\nN3,9999999-01-01,\nN4,-1,\n'],
  ['ends before it begins', 'N1,2026-01-01,2025-01-01\n'],
  ['has numbers beyond all', 'N1,1e309,\n99213,1e9,\n99214,-0,\n99215,٣,\n99216,0x10,\n'],
  ['has three marks at its start', 'N1,,\n', '\ufeff\ufeff\ufeffcode,price,procedure\n'],
  ['has no heading', 'N1\n', ''],
  ['has a type of the language', 'N1,constructor,x\n', 'adj_code,type,name\n'],
  ['is empty', '', ''],
];

test.each(hostile)('a code list that %s is refused or read as text', async (_does, rows, heading) => {
  const path = join(home, 'remarks.csv');
  await writeFile(path, (heading ?? 'code,effective_from,effective_to\n') + rows);
  const directory = join(home, 'codesets');
  // Once by its heading, once as what somebody says it is.
  for (const list of [undefined, 'remark'] as const)
    isReadOrRefused(
      await importCodeSets([path], { directory, starter, list }).catch((error: unknown) => error),
    );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
});

function isReadOrRefused(report: unknown): void {
  if (report instanceof CodeSetError) {
    expect(report.message.length).toBeLessThan(2_000);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not reach a terminal
    expect(report.message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  } else expect(report).toMatchObject({ lists: expect.any(Array) });
}

describe('a file of prices that', () => {
  test.each(hostile)('%s has faults, and nothing of it is a price', (_does, rows, heading) => {
    const { lines, faults } = readFeeFile(
      (heading ?? 'procedure,price,from\n') + rows,
      isoDate('2026-01-01'),
    );
    expect(lines).toEqual([]);
    expect(faults.length).toBeLessThanOrEqual(10_001);
    expect(faults.every(({ message }) => message.length < 300)).toBe(true);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
  });

  test('holds a good line beside a bad one gives the good one', () => {
    const { lines, faults } = readFeeFile('procedure,price\n99213,125.50\n=1+1,1e9\n', isoDate('2026-01-01'));
    expect([lines.length, faults.length]).toEqual([1, 1]);
  });
});
