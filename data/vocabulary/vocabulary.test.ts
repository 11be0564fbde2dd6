import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeText, listZip } from '@superbill/engines/codesets';
import { describe, expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../test/shared.ts';

interface Row {
  file: string;
  code: string;
  title: string;
  /** The words for the code: clinical, everyday, abbreviations. */
  words: string[][];
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'icd10cm');
const chapters = readdirSync(folder).filter((name) => /^\d\d-[a-z-]+\.tsv$/.test(name));
const heading = 'code\ttitle\tclinical\teveryday\tabbreviations';

const linesOf = (...path: string[]) => readFileSync(join(...path), 'utf8').split('\n');
const rows = chapters.flatMap(rowsOf);
const categories = linesOf(folder, 'categories.tsv').slice(1, -1).map(firstField);

function rowsOf(file: string): Row[] {
  return linesOf(folder, file)
    .slice(1, -1)
    .map((line) => {
      const [code = '', title = '', ...cells] = line.split('\t');
      return { file, code, title, words: cells.map((cell) => cell.split('; ').filter(Boolean)) };
    });
}

function firstField(line: string): string {
  return line.split('\t')[0] ?? '';
}

/** What a search compares: letters and digits only, in lower case. */
function folded(term: string): string {
  return term
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function termsOf({ title, words }: Row): string[] {
  return [title, ...words.flat()].map(folded);
}

/** The values that stand in the list more than once. */
function repeated(values: string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

describe('the starter vocabulary', () => {
  test('has at least 7,000 diagnoses, with three terms each on average beyond the title', () => {
    expect(rows.length).toBeGreaterThanOrEqual(7000);
    expect(rows.flatMap(({ words }) => words.flat()).length / rows.length).toBeGreaterThanOrEqual(3);
  });

  test.each([...chapters, 'categories.tsv'])(
    '%s is ASCII, has its heading and ends in a line end',
    (file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text.startsWith(file === 'categories.tsv' ? 'code\ttitle\n' : `${heading}\n`)).toBe(true);
      expect(text.endsWith('\n')).toBe(true);
      expect(/[^\t\n\x20-\x7e]/.exec(text)).toBeNull();
    },
  );

  test('each row has a dotted code, a title and words in three fields, none of them padded or empty', () => {
    const bad = rows.filter(
      ({ code, title, words }) =>
        !/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(code) ||
        words.length !== 3 ||
        words.flat().length === 0 ||
        [title, ...words.flat()].some(
          (term) => folded(term) === '' || term !== term.trim() || /;/.test(term),
        ),
    );
    expect(bad).toEqual([]);
  });

  test('each chapter lists its codes in order', () => {
    const plain = ({ code }: Row) => code.replace('.', '');
    for (const file of chapters) {
      const codes = rows.filter((row) => row.file === file).map(plain);
      expect(codes).toEqual(codes.toSorted());
    }
  });

  test('no code stands twice, and none is also a category', () => {
    expect(repeated([...rows.map(({ code }) => code), ...categories])).toEqual([]);
  });

  test('no term leads to two codes, and none repeats within a code', () => {
    expect(repeated(rows.flatMap(termsOf))).toEqual([]);
  });

  test('every code stands under a category of three characters, unless it is one itself', () => {
    const known = new Set([...categories, ...rows.map(({ code }) => code)]);
    expect(rows.filter(({ code }) => !known.has(code.slice(0, 3)))).toEqual([]);
  });
});

describe.skipIf(!hasShared)('against the official order file of fiscal year 2026', () => {
  /** Code without its dot to whether it is billable. */
  const official = new Map<string, boolean>();
  if (hasShared) {
    for (const line of orderFile().split(/\r?\n/).filter(Boolean)) {
      official.set(line.slice(6, 13).trim(), line[14] === '1');
    }
  }
  const billable = (code: string) => official.get(code.replace('.', ''));

  test('every code is billable', () => {
    expect(rows.filter(({ code }) => billable(code) !== true).map(({ code }) => code)).toEqual([]);
  });

  test('every category is a heading, and every heading above a code is a category', () => {
    expect(categories.filter((code) => billable(code) !== false)).toEqual([]);
    const known = new Set(categories.map((code) => code.replace('.', '')));
    const above = rows.flatMap(({ code }) => {
      const plain = code.replace('.', '');
      return Array.from({ length: plain.length - 3 }, (_, more) => plain.slice(0, 3 + more));
    });
    expect(above.filter((code) => official.has(code) && !known.has(code))).toEqual([]);
  });
});

function orderFile(): string {
  const zip = readFileSync(
    sharedPath('codesets', 'icd10cm', 'fy2026', '2026-code-descriptions-tabular-order.zip'),
  );
  const members = listZip(new Uint8Array(zip));
  if (!members.ok) throw new Error(members.problem);
  const member = members.value.find(({ name }) => /icd10cm[-_]order[-_]\d{4}\.txt$/.test(name));
  const bytes = member?.read();
  if (!bytes?.ok) throw new Error('the zip has no readable order file');
  return decodeText(bytes.value);
}
