import { beforeAll, describe, expect, test } from 'vitest';
import { orderFile } from '../../../../../test/code-files.ts';
import { officialPcsEdition, pcsEdition } from '../../../../../test/pcs-edition.ts';
import { pcsCodes, pcsDefinitionsXml, pcsIndexXml, pcsTablesXml } from '../../../../../test/pcs-files.ts';
import { processorTime } from '../../../../../test/processor-time.ts';
import { hasShared } from '../../../../../test/shared.ts';
import { isoDate, type ProcedureBook, type Setting, type SourceDocument } from '../../../model/index.ts';
import { codeProcedures } from '../index.ts';

const { book } = pcsEdition(orderFile(pcsCodes()), [pcsTablesXml(), pcsIndexXml(), pcsDefinitionsXml()]);

function aDocument(text: string, more: Partial<SourceDocument> = {}): SourceDocument {
  return { documentId: 'd', version: 1, kind: 'note', text, ...more };
}

function proceduresOf(text: string, by: ProcedureBook = book, setting: Setting = 'inpatient') {
  return codeProcedures(
    { setting, date: isoDate('2026-03-01'), documents: [aDocument(text)] },
    { icd10pcs: by },
  );
}
const codesOf = (text: string, by?: ProcedureBook, setting?: Setting) =>
  proceduresOf(text, by, setting).map(({ code }) => code);

test.each([
  ['PROCEDURES PERFORMED:\n1. Laparoscopic cholecystectomy', ['0FT44ZZ']],
  ['PROCEDURE: Open cholecystectomy.\nANESTHESIA: general', ['0FT40ZZ']],
  ['OPERATIONS:\n- Open cholecystectomy\n- Right knee replacement, cemented', ['0FT40ZZ', '0SRC0J9']],
  ['PROCEDURES: Laparoscopic cholecystectomy was cancelled.', []],
  ['PROCEDURES: Planned open cholecystectomy', []],
  ['PROCEDURES: Prior open cholecystectomy', []],
  ['HOSPITAL COURSE: She underwent laparoscopic cholecystectomy on 3/1.', ['0FT44ZZ']],
  ['HOSPITAL COURSE: She will undergo open cholecystectomy as an outpatient.', []],
  ['HOSPITAL COURSE: Open cholecystectomy was discussed, but the patient declined.', []],
  ['HOSPITAL COURSE: She underwent open cholecystectomy in 2011.', []],
  ['PAST SURGICAL HISTORY: Open cholecystectomy', []],
  ['HOSPITAL COURSE: s/p open cholecystectomy, POD 2, doing well.', ['0FT40ZZ']],
  ['HPI: s/p open cholecystectomy', []],
  ['HOSPITAL COURSE: The liver was inspected and the gallbladder resected.', []],
])('%j codes %j', (text, expected) => expect(codesOf(text)).toEqual(expected));

test('how an operation went is part of it', () => {
  const text = `OPERATIVE REPORT
PROCEDURE PERFORMED: Laparoscopic cholecystectomy
DESCRIPTION OF PROCEDURE: Open excision of the liver edge was needed. The gallbladder was resected.`;
  expect(codesOf(text)).toEqual(['0FT44ZZ']);
});

test('an outpatient record has no ICD-10-PCS', () => {
  expect(codesOf('PROCEDURE: Open cholecystectomy', book, 'outpatient')).toEqual([]);
});

test('what leaves an axis open joins the whole code that it may be', () => {
  const text =
    'PROCEDURES: Laparoscopic cholecystectomy\nHOSPITAL COURSE: The patient underwent cholecystectomy.';
  const [only, ...more] = proceduresOf(text);
  expect(more).toEqual([]);
  expect(only?.code).toBe('0FT44ZZ');
  expect(only?.evidence.map(({ quote }) => quote)).toEqual([
    'Laparoscopic cholecystectomy',
    'cholecystectomy',
  ]);
});

test('an open axis is left open, and its evidence is exact', () => {
  const text = 'HOSPITAL COURSE: On day 2 she underwent cholecystectomy.';
  const [only] = proceduresOf(text);
  expect(only).toMatchObject({ code: '0FT4?ZZ', open: [{ axis: 'Approach', position: 5 }] });
  for (const { start, end, quote } of only?.evidence ?? []) expect(text.slice(start, end)).toBe(quote);
});

test('a megabyte of procedures ends soon', () => {
  const text = `PROCEDURES:\n${'Open cholecystectomy and no, not a plan. '.repeat(25_000)}`;
  const used = processorTime();
  codesOf(text);
  expect(used()).toBeLessThan(5000);
});

describe.skipIf(!hasShared)('by the official files', () => {
  let official: ProcedureBook;
  beforeAll(() => {
    official = officialPcsEdition().book;
  }, 60_000);

  const stays: [what: string, text: string, codes: string[]][] = [
    [
      'an operative report',
      `OPERATIVE REPORT
PREOPERATIVE DIAGNOSIS: Osteoarthritis, left hip
PROCEDURE: Total hip arthroplasty, ceramic on polyethylene, uncemented
SURGEON: Dr. A. Example
ANESTHESIA: Spinal
DESCRIPTION OF PROCEDURE: A posterior approach was used. The femoral head was resected and a drain was placed.`,
      ['0SRB04A'],
    ],
    [
      'a stay in intensive care',
      `HOSPITAL COURSE:
Septic shock. He was intubated in the ED and remained on mechanical ventilation for 5 days. CRRT was started on day 2.
A right chest tube was placed for pneumothorax. Tracheostomy was discussed but the family declined.
GI was consulted; colonoscopy is planned as an outpatient.`,
      ['0BH17EZ', '5A1955Z', '5A1D90Z', '0W9930Z'],
    ],
    [
      'a delivery',
      `PROCEDURES:
1. Low transverse cesarean section
2. Laparoscopic bilateral tubal ligation
PAST SURGICAL HISTORY: appendectomy 2009`,
      ['10D00Z1', '0UL74ZZ'],
    ],
    [
      'a discharge summary that tells the same twice',
      `PRINCIPAL PROCEDURE: PCI of the LAD with one drug-eluting stent
HOSPITAL COURSE: He underwent left heart catheterization and PCI of the LAD with one drug-eluting stent.`,
      ['027034Z', '4A023N7'],
    ],
  ];
  test.each(stays)('%s', (_, text, expected) => expect(codesOf(text, official)).toEqual(expected));
});
