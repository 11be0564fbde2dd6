import { expect, test } from 'vitest';
import {
  codesFile,
  drugXml,
  hcpcsFile,
  indexXml,
  orderFile,
  poaFile,
  tabularXml,
  tinyCodes,
} from '../../../../test/code-files.ts';
import { pcsDefinitionsXml, pcsIndexXml, pcsTablesXml } from '../../../../test/pcs-files.ts';
import { editionOf, identify, skipByName } from './identify.ts';

test.each([
  ['an order file', orderFile(tinyCodes), 'order'],
  ['a codes file', codesFile(tinyCodes), 'codes'],
  ['a tabular list', tabularXml(), 'tabular'],
  ['an index', indexXml(), 'index'],
  ['a table of drugs', drugXml(), 'drug'],
  ['a POA-exempt list', poaFile(['A00']), 'poa-exempt'],
  ['a HCPCS file', hcpcsFile(), 'hcpcs'],
  ['tables of ICD-10-PCS', pcsTablesXml(), 'pcs-tables'],
  ['an index of ICD-10-PCS', pcsIndexXml(), 'pcs-index'],
  ['definitions of ICD-10-PCS', pcsDefinitionsXml(), 'pcs-definitions'],
])('%s is known by its content', (_, text, kind) => {
  const identified = identify(text);
  const read = 'read' in identified ? identified.read() : undefined;
  expect(read?.ok && read.value.kind).toBe(kind);
});

test.each([
  ['a web page', '<!DOCTYPE html><html><body>License agreement</body></html>', 'web page'],
  ['an addendum', 'Delete:      1 B880    Other\r\n', 'changes only'],
  ['other XML', '<?xml version="1.0"?><schema/>', '<schema>'],
  ['a read-me', 'CENTERS FOR MEDICARE & MEDICAID SERVICES\r\n', 'not a code set'],
  ['nothing', '', 'not a code set'],
])('%s is passed over', (_, text, reason) => {
  const identified = identify(text);
  expect('skip' in identified && identified.skip).toContain(reason);
});

test.each([
  'a.pdf',
  'b.XLSX',
  'icd10cm-order-addenda-2026.txt',
  'POAexemptAddCodesFY26.txt',
  'icd10cm_index.xsd',
])('%s is not even opened', (name) => expect(skipByName(name)).toBeDefined());

const file = (text: string) => {
  const identified = identify(text);
  const read = 'read' in identified ? identified.read() : undefined;
  if (!read?.ok) throw new Error('unread');
  return read.value;
};
const order = file(orderFile(tinyCodes));
const tabular = file(tabularXml('2024'));

test.each([
  ['its own name', order, ['icd10cm-order-2026.txt', 'codes-2025.zip'], undefined, 'FY2026'],
  ['the name of its archive', order, ['order.txt', 'Codes-April-2025.zip'], undefined, 'FY2025-april'],
  ['its version', tabular, ['tabular.xml'], undefined, 'FY2024'],
  ['its name before its version', tabular, ['icd10c-tabular-April-1-2026.xml'], undefined, 'FY2026-april'],
  ['its version before its archive', tabular, ['tabular.xml', 'all-2026.zip'], undefined, 'FY2024'],
  ['the user', order, ['icd10cm-order-2026.txt'], 'FY2027', 'FY2027'],
])('the edition comes from %s', (_, code, names, said, edition) => {
  expect(editionOf(code, names, said)).toEqual({ ok: true, value: edition });
});

test.each([
  [order, ['order.txt'], undefined, '--edition FY2026'],
  [order, ['order.txt'], '2026-04', 'expected FY2026'],
  [file(hcpcsFile()), ['hcpcs.txt'], undefined, '--edition 2026-04'],
])('without a year the user is asked', (code, names, said, expected) => {
  const edition = editionOf(code, names, said);
  expect(edition.ok ? '' : edition.problem).toContain(expected);
});
