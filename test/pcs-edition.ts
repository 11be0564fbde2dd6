import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { identify, type PcsFile } from '../engines/src/codesets/files/identify.ts';
import { gunzip } from '../engines/src/codesets/files/inflate.ts';
import { readOrderFile } from '../engines/src/codesets/files/order-file.ts';
import { decodeText, type Read } from '../engines/src/codesets/files/read.ts';
import { listZip } from '../engines/src/codesets/files/zip.ts';
import {
  assembleEdition,
  type CodeEdition,
  encodeEdition,
  openEdition,
  unpackSections,
} from '../engines/src/codesets/index.ts';
import { openProcedures, parsePcsVocabulary, procedureSections } from '../engines/src/codesets/pcs/index.ts';
import type { ProcedureBook } from '../engines/src/model/index.ts';
import { sharedPath } from './shared.ts';

export interface PcsEdition {
  codes: CodeEdition;
  book: ProcedureBook;
  files: PcsFile[];
}

function must<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

/** An edition of ICD-10-PCS from texts: an order file, and whatever of tables, index and definitions is given. */
export function pcsEdition(order: string, texts: readonly string[], words = shippedWords()): PcsEdition {
  const files = texts.map((text): PcsFile => {
    const identified = identify(text);
    if (!('read' in identified)) throw new Error('not a code set');
    const file = must(identified.read());
    if (file.system !== 'icd10pcs' || file.kind === 'order' || file.kind === 'codes')
      throw new Error(file.kind);
    return file;
  });
  const { data } = assembleEdition({
    order: { edition: 'FY2026', name: 'order.txt', value: must(readOrderFile(order)) },
    indexes: [],
    starter: [],
    pcs: files.map((value) => ({ edition: 'FY2023', name: value.kind, value })),
  });
  const sections = unpackSections(encodeEdition(data, procedureSections(words)));
  const codes = openEdition(sections);
  const book = openProcedures(sections, codes);
  if (!book) throw new Error('no tables');
  return { codes, book, files };
}

/** The words for procedures that ship with the product. */
function shippedWords() {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'data', 'vocabulary', 'icd10pcs');
  const names = new Set(readdirSync(folder));
  return parsePcsVocabulary((name) => (names.has(name) ? readFileSync(join(folder, name), 'utf8') : ''));
}

/** The order file of fiscal year 2026 with the tables, index and definitions of 2023, from the folder `shared`. */
export function officialPcsEdition(): PcsEdition {
  const folder = (...parts: string[]) => sharedPath('codesets', 'icd10pcs', ...parts);
  const bytes = (path: string) => new Uint8Array(readFileSync(path));
  const zip = must(
    listZip(bytes(folder('fy2026', '2026-icd-10-pcs-order-file-long-and-abbreviated-titles.zip'))),
  );
  const order = zip.find(({ name }) => /pcs_order_\d/.test(name));
  if (!order) throw new Error('the zip has no order file');
  const texts = ['tables', 'index', 'definitions'].map((kind) =>
    decodeText(must(gunzip(bytes(folder('fy2023', `icd10pcs_${kind}_2023.xml.gz`))))),
  );
  return pcsEdition(decodeText(must(order.read())), texts);
}
