import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pcsDefinitionsXml, pcsIndexXml, pcsTablesXml } from '../../../../test/pcs-files.ts';
import { hasShared, sharedPath } from '../../../../test/shared.ts';
import { gunzip } from './inflate.ts';
import { readPcsDefinitions } from './pcs-definitions.ts';
import { readPcsIndex } from './pcs-index.ts';
import { readPcsTables } from './pcs-tables.ts';
import { decodeText, type Read } from './read.ts';

function must<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

test('tables give their head, their rows and the values of each axis', () => {
  const { version, tables } = must(readPcsTables(pcsTablesXml()));
  expect(version).toBe('2026');
  expect(tables.map(({ code, rows }) => [code, rows.length])).toEqual([
    ['0FB', 1],
    ['0FT', 1],
    ['0SR', 1],
    ['X2C', 1],
  ]);
  expect(tables[2]?.names).toEqual(['Medical and Surgical', 'Lower Joints', 'Replacement']);
  expect(tables[2]?.rows[0]?.[0]).toEqual({
    title: 'Body Part',
    values: [
      ['C', 'Knee Joint, Right'],
      ['D', 'Knee Joint, Left'],
    ],
  });
});

test.each([
  ['cut short', pcsTablesXml().slice(0, -300), 'whole XML'],
  ['without section X', pcsTablesXml().replaceAll('"X"', '"0"'), 'before section X'],
  ['with a value lost', pcsTablesXml().replace('<label code="D">Knee Joint, Left</label>', ''), 'spans'],
  ['another file', pcsIndexXml(), 'expected <ICD10PCS.tabular>'],
])('tables %s are refused', (_, xml, expected) => {
  const read = readPcsTables(xml);
  expect(read.ok ? '' : read.problem).toContain(expected);
});

test('the index is flattened, with what it refers to and which values its words mean', () => {
  expect(must(readPcsIndex(pcsIndexXml())).entries).toEqual([
    { path: ['Cholecystectomy'], see: 'Excision, Gallbladder', codes: '0FB4' },
    { path: ['Cholecystectomy'], see: 'Resection, Gallbladder', codes: '0FT4' },
    { path: ['Cutting out'], see: 'Excision' },
    { path: ['Gall sac'], use: 'Gallbladder' },
    { path: ['Knee prosthesis'], use: 'Synthetic Substitute', codes: '0SR' },
    { path: ['Replacement', 'Joint', 'Knee', 'Left'], codes: '0SRD0J' },
  ]);
});

test('definitions say what a value includes, and which device counts as which', () => {
  const { definitions, aggregates } = must(readPcsDefinitions(pcsDefinitionsXml()));
  expect(definitions).toEqual([
    {
      section: '0',
      position: 3,
      titles: ['Excision'],
      definition: 'Cutting out a part',
      explanation: 'Only a part',
      includes: ['Piecemeal'],
    },
    {
      section: '0',
      position: 4,
      titles: ['Knee Joint, Left', 'Knee Joint, Right'],
      includes: ['Femorotibial joint'],
    },
  ]);
  expect(aggregates).toEqual([{ device: 'Invented Plate', parent: 'Synthetic Substitute' }]);
});

describe.skipIf(!hasShared)('official files of fiscal year 2023', () => {
  const official = (kind: string) => {
    const path = sharedPath('codesets', 'icd10pcs', 'fy2023', `icd10pcs_${kind}_2023.xml.gz`);
    return decodeText(must(gunzip(new Uint8Array(readFileSync(path)))));
  };

  test('901 tables with 2,544 rows', () => {
    const { tables } = must(readPcsTables(official('tables')));
    expect(tables.length).toBe(901);
    expect(tables.reduce((count, { rows }) => count + rows.length, 0)).toBe(2544);
  });

  test('an index that leads from every entry to a code, an operation or a value', () => {
    const { version, entries } = must(readPcsIndex(official('index')));
    expect([version, entries.length]).toEqual(['2023', 18_583]);
    expect(entries.filter(({ codes, see, use }) => !codes && !see && !use)).toEqual([]);
  });

  test('896 definitions', () => {
    expect(must(readPcsDefinitions(official('definitions'))).definitions.length).toBe(896);
  });
});
