import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../../../test/shared.ts';
import { isoDate } from '../../model/index.ts';
import { editionOf, identify } from '../files/identify.ts';
import type { CodeList } from './code-list.ts';
import { categoryFinder } from './risk-categories.ts';

/** Laid out as CMS does: a title, headings broken over lines, a column for each model and whether it is paid. */
function mapping(year: number, rows: string[]): string {
  const heading = [
    '"Diagnosis\r\nCode"',
    'Description',
    '"CMS-HCC\r\nESRD Model\r\nCategory\r\nV24"',
    '"CMS-HCC\r\nModel\r\nCategory\r\nV22"',
    '"CMS-HCC\r\nModel\r\nCategory\r\nV28"',
    '"RxHCC\r\nModel\r\nCategory\r\nV08"',
    `"CMS-HCC\r\nModel\r\nCategory\r\nV28\r\nfor ${year} Payment Year"`,
    `"RxHCC\r\nModel\r\nCategory\r\nV08\r\nfor ${year} Payment Year"`,
  ].join(',');
  return [
    `${year} Invented ICD-10-CM Mappings,,,,,,,`,
    ',,,,,,,',
    heading,
    ...rows,
    '"Note: invented",,,,,,,',
  ].join('\r\n');
}

const text = mapping(2026, [
  'E1122,Invented diabetes,18,18,37,30,Yes,Yes',
  'I509,Invented failure,85,85,226,186,Yes,No',
  'I10,Invented pressure,,,,187,,Yes',
  'A000,Invented,,,999,,No,',
]);

function read(content: string): CodeList | string {
  const identified = identify(content);
  if ('skip' in identified) return identified.skip;
  const found = identified.read();
  if (!found.ok) return found.problem;
  return found.value.kind === 'list' ? found.value.value : found.value.kind;
}

test('the mapping of CMS gives the categories that are paid for, without kidney and outdated models', () => {
  expect(read(text)).toEqual({
    name: 'risk-adjustment',
    codes: [['E1122'], ['I10'], ['I509']],
    categories: [
      { model: 'V28', category: '37', codes: ['E1122'] },
      { model: 'RxHCC V08', category: '30', codes: ['E1122'] },
      { model: 'V28', category: '226', codes: ['I509'] },
      { model: 'RxHCC V08', category: '187', codes: ['I10'] },
    ],
    edition: 'PY2026',
  });
});

test('it is known by its beginning', () => {
  const long = mapping(2026, Array(400).fill('E1122,Invented diabetes,18,18,37,30,Yes,Yes'));
  expect('read' in identify(long.slice(0, 4096))).toBe(true);
});

test.each([
  ['no category at all', mapping(2026, ['I10,Invented,,,,,,']), 'no diagnosis a category'],
  ['a category that is none', mapping(2026, ['I10,Invented,,,x,,Yes,']), 'row 4'],
  ['a table of another kind', 'Diagnosis Code,Description\nI10,Invented HCC\n', 'not a code set'],
  ['a long table with a row that is none', 'diagnosis_code,cc,model_name\nI10,37\n', 'row 2'],
])('%s is not read', (_, content, expected) => {
  expect(read(content)).toContain(expected);
});

function found(content: string): Parameters<typeof editionOf>[0] {
  const identified = identify(content);
  const file = 'read' in identified ? identified.read() : undefined;
  if (!file?.ok) throw new Error('not read');
  return file.value;
}

test('the payment year is that of the title, of the name, or as said', () => {
  const derived = found('diagnosis_code,cc,model_name\nE1122,37,CMS-HCC Model V28\n');
  expect(editionOf(found(text), ['mappings.csv'])).toEqual({ ok: true, value: 'PY2026' });
  expect(editionOf(derived, ['dx_to_cc_2025.csv'])).toEqual({ ok: true, value: 'PY2025' });
  expect(editionOf(derived, ['dx.csv'], 'PY2027')).toEqual({ ok: true, value: 'PY2027' });
  expect(editionOf(derived, ['dx.csv']).ok).toBe(false);
  expect(editionOf(derived, ['dx.csv'], 'FY2027').ok).toBe(false);
});

test('a diagnosis counts for the payment of the next year, by the mapping nearest to it', () => {
  const lists = [2025, 2027].map((year) =>
    read(mapping(year, [`E1122,Invented,18,18,${year - 1990},,Yes,`])),
  );
  const on = categoryFinder(lists as CodeList[]);
  const categories = ['2023-05-01', '2024-05-01', '2025-05-01', '2026-05-01', '2030-05-01'].map(
    (date) => on?.(isoDate(date))('E11.22')[0]?.category,
  );
  expect(categories).toEqual(['35', '35', '35', '37', '37']);
  expect(on?.(isoDate('2026-05-01'))('I10')).toEqual([]);
  expect(categoryFinder([])).toBeUndefined();
});

test.skipIf(!hasShared)('a table that was made of the mapping of 2026 is read whole', () => {
  const path = sharedPath('codesets', 'hcc', 'py2026-derived', 'ra_dx_to_cc_2026.csv.gz');
  const list = read(gunzipSync(readFileSync(path)).toString('utf8')) as CodeList;
  const count = (model: string) =>
    list.categories?.filter((one) => one.model === model).reduce((sum, { codes }) => sum + codes.length, 0);
  expect([count('V28'), count('V24'), count('RxHCC V08')]).toEqual([8183, 10_211, 5399]);
  const of = categoryFinder([{ ...list, edition: 'PY2026' }])?.(isoDate('2025-03-01'));
  expect(of?.('E11.22')).toContainEqual({ model: 'V28', category: '37' });
  expect(of?.('I10').map(({ model }) => model)).not.toContain('V28');
});
