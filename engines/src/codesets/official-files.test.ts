import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../../test/shared.ts';
import { type CodeFile, decodeText, gunzip, identify, isZip, listZip } from './index.ts';

/** Reads a member of an official archive, or an official file that is packed. */
function official(pattern: RegExp, ...path: string[]): CodeFile {
  const bytes = new Uint8Array(readFileSync(sharedPath('codesets', ...path)));
  const member = isZip(bytes) ? listZip(bytes) : undefined;
  const content = member?.ok ? member.value.find(({ name }) => pattern.test(name))?.read() : gunzip(bytes);
  const identified = content?.ok ? identify(decodeText(content.value)) : undefined;
  const read = identified && 'read' in identified ? identified.read() : undefined;
  if (!read?.ok) throw new Error(`cannot read ${path.join('/')}: ${read?.problem}`);
  return read.value;
}

describe.skipIf(!hasShared)('official files', () => {
  test.each([
    ['fy2026/icd10cm-Code Descriptions-2026.zip', 98_186, 74_719],
    ['fy2026/2026-code-descriptions-tabular-order.zip', 98_186, 74_719],
    ['fy2025/ICD10-CM Code Descriptions 2025.zip', 97_584, 74_260],
    ['fy2021/icd10cm-codes-order-Jan-2021.zip', 95_358, 72_621],
  ])('%s has %d rows, %d of them billable', (path, rows, billable) => {
    const file = official(/order[-_](?!addenda)/, 'icd10cm', path);
    if (file.kind !== 'order') throw new Error(file.kind);
    expect(file.value.rows).toHaveLength(rows);
    expect(file.value.rows.filter((row) => row.billable)).toHaveLength(billable);
  });

  test('ICD-10-PCS FY2026 has 79,115 codes in 914 tables', () => {
    const file = official(
      /order_\d/,
      'icd10pcs',
      'fy2026',
      '2026-icd-10-pcs-order-file-long-and-abbreviated-titles.zip',
    );
    if (file.kind !== 'order') throw new Error(file.kind);
    expect(file.value.rows.filter((row) => row.billable)).toHaveLength(79_115);
    expect(file.value.rows.filter((row) => !row.billable)).toHaveLength(914);
  });

  test('the tabular list has its codes and all of its notes', () => {
    const file = official(/./, 'icd10cm', 'fy2021', 'icd10cm_tabular_2021.xml.gz');
    if (file.kind !== 'tabular') throw new Error(file.kind);
    const { codes, notes, places } = file.value;
    const count = (
      key: 'excludes1' | 'excludes2' | 'codeFirst' | 'useAdditional' | 'codeAlso' | 'inclusionTerms',
    ) => [...notes.values()].reduce((sum, note) => sum + (note[key]?.length ?? 0), 0);
    expect(codes).toHaveLength(45_017);
    expect(places).toHaveLength(22 + 296);
    expect({
      excludes1: count('excludes1'),
      excludes2: count('excludes2'),
      codeFirst: count('codeFirst'),
      useAdditional: count('useAdditional'),
      codeAlso: count('codeAlso'),
      inclusionTerms: count('inclusionTerms'),
      sevenths: [...notes.values()].filter((note) => note.seventhCharacter).length,
    }).toEqual({
      excludes1: 5441,
      excludes2: 2253,
      codeFirst: 681,
      useAdditional: 1347,
      codeAlso: 352,
      inclusionTerms: 11_617,
      sevenths: 507,
    });
  });

  test.each([
    [/cm_index_2017/, 'fy2017/ICD10CM_FY2017_Full_XML.zip', 'index', 59_412],
    [/eindex_2017/, 'fy2017/ICD10CM_FY2017_Full_XML.zip', 'external-cause', undefined],
    [/./, 'fy2025-index-derived/ICD10CM_2025_Index.csv.gz', 'index', undefined],
    [/./, 'fy2026-april-xml/icd10cm-drug-April-1-2026-XML.xml.gz', 'drug', undefined],
    [/./, 'fy2026-april-xml/icd10cm-neoplasm-April-1-2026-XML.xml.gz', 'neoplasm', undefined],
    [/./, 'fy2026-april-xml/icd10cm-eindex-April-1-2026-XML.xml.gz', 'external-cause', undefined],
  ])('%s of %s is read as %s', (pattern, path, kind, printed) => {
    const file = official(pattern, 'icd10cm', path);
    if (!(file.kind === kind && 'terms' in file.value)) throw new Error(file.kind);
    expect(file.value.terms.length).toBeGreaterThan(7000);
    if (printed) expect(file.value.terms.filter((term) => term.code).length).toBeGreaterThanOrEqual(printed);
  });

  test('38,349 codes are exempt from present-on-admission reporting in FY2026', () => {
    const file = official(/exemptCodesFY26\.txt/, 'icd10cm', 'fy2026', 'POAexemptCodesFY26.zip');
    expect(file.value).toHaveLength(38_349);
  });

  test('the HCPCS file of 2020 has 6,710 codes and 369 modifiers', () => {
    const file = official(/ANWEB.*\.txt/, 'hcpcs', '2020', '2020-Alpha-Numeric-HCPCS-File.zip');
    if (file.kind !== 'hcpcs') throw new Error(file.kind);
    expect(file.value.filter((row) => row.modifier)).toHaveLength(369);
    expect(file.value.filter((row) => !row.modifier)).toHaveLength(6710);
  });
});
