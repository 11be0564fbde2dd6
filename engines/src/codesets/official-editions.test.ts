import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { hasShared, sharedPath } from '../../../test/shared.ts';
import { assembleEdition, type Carried, type EditionFiles } from './assemble.ts';
import type { CodeEdition } from './edition-data.ts';
import { readIndexCsv } from './files/index-csv.ts';
import { readIndexFile } from './files/index-file.ts';
import { gunzip } from './files/inflate.ts';
import { readOrderFile } from './files/order-file.ts';
import { readPoaExempt } from './files/poa.ts';
import { decodeText, type Read } from './files/read.ts';
import { readTabular } from './files/tabular.ts';
import { listZip } from './files/zip.ts';
import { encodeEdition, openEdition } from './index.ts';

function must<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(sharedPath('codesets', 'icd10cm', path)));
}

const packed = (path: string) => decodeText(must(gunzip(bytesOf(path))));

function zipped(path: string, pattern: RegExp): string {
  const member = must(listZip(bytesOf(path))).find(({ name }) => pattern.test(name));
  if (!member) throw new Error(`${path} has no member like ${pattern}`);
  return decodeText(must(member.read()));
}

function files(edition: string, order: string): EditionFiles {
  const april = (kind: string) => `fy2026-april-xml/icd10cm-${kind}-April-1-2026-XML.xml.gz`;
  const table = (kind: string) => ({
    edition: 'FY2026-april',
    name: kind,
    value: must(readIndexFile(packed(april(kind)))),
  });
  return {
    order: { edition, name: 'order', value: must(readOrderFile(zipped(order, /order-\d/))) },
    tabular: {
      edition: 'FY2021',
      name: 'tabular',
      value: must(readTabular(packed('fy2021/icd10cm_tabular_2021.xml.gz'))),
    },
    indexes: [
      {
        edition: 'FY2025',
        name: 'index',
        value: must(readIndexCsv(packed('fy2025-index-derived/ICD10CM_2025_Index.csv.gz'))),
      },
      table('eindex'),
      table('neoplasm'),
      table('drug'),
    ],
    starter: [],
  };
}

describe.skipIf(!hasShared)('official editions', () => {
  let built: Carried;
  let edition: CodeEdition;
  let bytes: Uint8Array;
  beforeAll(() => {
    const poa = readPoaExempt(zipped('fy2026/POAexemptCodesFY26.zip', /^POAexemptCodes.*txt/));
    built = assembleEdition({
      ...files('FY2026', 'fy2026/icd10cm-Code Descriptions-2026.zip'),
      poaExempt: { edition: 'FY2026', name: 'poa', value: must(poa) },
    });
    bytes = encodeEdition(built.data);
    edition = openEdition(bytes);
  });

  test('FY2026 has 74,719 billable codes, and older notes and terms that still fit', () => {
    expect(edition.edition).toMatchObject({ codes: 74_719, notesFrom: 'FY2021', indexFrom: 'FY2025' });
    expect(edition.size).toBe(98_186);
    expect(built.notesDropped).toBeLessThan(10);
    expect(built.termsDropped).toBeLessThan(20);
    expect(edition.termCount).toBeGreaterThan(140_000);
  });

  test('FY2025 has 74,260', () => {
    const { data } = assembleEdition(files('FY2025', 'fy2025/ICD10-CM Code Descriptions 2025.zip'));
    expect(data.edition.codes).toBe(74_260);
    expect(data.edition.indexFrom).toBe('FY2025');
  });

  test.each([
    ['E11.22', ['E11', 'E11.2'], true],
    ['S52.501A', ['S52', 'S52.5', 'S52.50', 'S52.501'], true],
    ['T36.0X1A', ['T36', 'T36.0', 'T36.0X', 'T36.0X1'], true],
    ['C7A.00', ['C7A', 'C7A.0'], true],
    ['QA0.0101', ['QA0', 'QA0.0', 'QA0.01', 'QA0.010'], true],
    ['A00', [], false],
  ])('%s lies under %j', (code, parents, billable) => {
    const entry = edition.lookup(code);
    expect(entry?.parents.map((parent) => parent.code)).toEqual(parents);
    expect(entry?.billable).toBe(billable);
  });

  test('notes of codes, sections and chapters reach the code', () => {
    const placed = edition.lookup('E11.22')?.notes ?? [];
    expect(placed.map(({ at }) => at)).toEqual(['E11.22', 'E11', 'Chapter 4']);
    expect(placed[0]?.useAdditional?.join()).toContain('N18.1-N18.6');
    expect(placed[1]?.excludes1?.join()).toContain('O24.4-');
    expect(edition.sevenths('S52.501')).toMatchObject({
      A: 'initial encounter for closed fracture',
      S: 'sequela',
    });
    expect(edition.lookup('Z00.00')?.poaExempt).toBe(true);
    expect(edition.lookup('E11.22')?.poaExempt).toBe(false);
  });

  test('every row is found by its code, every term leads to a code that exists', () => {
    for (let place = 0; place < edition.size; place += 1) {
      if (edition.indexOf(edition.row(place).code) !== place) throw new Error(edition.row(place).code);
    }
    const dangling = built.data.terms.filter(
      ({ code }) => code !== undefined && edition.indexOf(code) === -1,
    );
    expect(dangling).toEqual([]);
  });

  test('an edition opens and answers in well under 300 ms', () => {
    const used = processorTime();
    const opened = openEdition(bytes);
    expect(opened.lookup('E11.22')?.title).toContain('chronic kidney disease');
    expect(opened.term(0).path.length).toBeGreaterThan(0);
    expect(used()).toBeLessThan(300);
  });
});
