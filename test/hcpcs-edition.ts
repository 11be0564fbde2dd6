import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  assembleHcpcs,
  encodeEdition,
  identify,
  isZip,
  listZip,
  openEdition,
  unpackSections,
} from '@superbill/engines/codesets';
import { buildSearch, openSearch } from '@superbill/engines/codesets/search';
import { parseIsoDate, type SearchedCodes } from '@superbill/engines/model';
import { sharedPath } from './shared.ts';
import { shippedVocabulary } from './starter-book.ts';

type Row = {
  code: string;
  title: string;
  modifier: boolean;
  endsOn?: NonNullable<ReturnType<typeof parseIsoDate>>;
};

/**
 * HCPCS of October 2025 from the derived table, with the end dates of July 2024, which that table lacks; or the
 * official file of January 2020.
 */
export function hcpcsEdition(edition: '2025-10' | '2020-01'): SearchedCodes {
  const rows = edition === '2025-10' ? withEndDates(derivedRows()) : officialRows();
  const data = assembleHcpcs({ edition, name: 'test', value: rows });
  const sections = unpackSections(encodeEdition(data, buildSearch(data, shippedVocabulary())));
  const codes = openEdition(sections);
  return { codes, search: openSearch(sections, codes) };
}

function rowsOf(text: string): Row[] {
  const identified = identify(text);
  const read = identified && 'read' in identified ? identified.read() : undefined;
  if (!read?.ok || read.value.kind !== 'hcpcs') throw new Error('not a HCPCS file');
  return read.value.value as Row[];
}

const packed = (...path: string[]) => gunzipSync(readFileSync(sharedPath('codesets', 'hcpcs', ...path)));

function derivedRows(): Row[] {
  return rowsOf(packed('2025-10-derived', 'hcpcs_level2_oct2025.csv.gz').toString('utf8'));
}

function withEndDates(rows: Row[]): Row[] {
  const table = packed('2024-07-derived', 'hcpcs_level2_attributes.tsv.gz').toString('utf8').split('\n');
  const column = table[0]?.split('\t').indexOf('date_term') ?? -1;
  const ends = new Map(table.map((line) => line.split('\t')).map((cells) => [cells[0], cells[column]]));
  return rows.map((row) => {
    const endsOn = parseIsoDate(ends.get(row.code) ?? '');
    return endsOn ? { ...row, endsOn } : row;
  });
}

function officialRows(): Row[] {
  const path = sharedPath('codesets', 'hcpcs', '2020', '2020-Alpha-Numeric-HCPCS-File.zip');
  const bytes = new Uint8Array(readFileSync(path));
  const members = isZip(bytes) ? listZip(bytes) : undefined;
  const member = members?.ok ? members.value.find(({ name }) => /ANWEB.*\.txt$/.test(name)) : undefined;
  const content = member?.read();
  if (!content?.ok) throw new Error('the HCPCS archive cannot be read');
  return rowsOf(new TextDecoder('latin1').decode(content.value));
}
