import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  encodeEdition,
  openEdition,
  readStarterSet,
  starterEdition,
  unpackSections,
} from '@superbill/engines/codesets';
import {
  buildSearch,
  type CodeSearch,
  openSearch,
  parseAbbreviations,
  parsePhrases,
  parseSites,
  parseWords,
  type Vocabulary,
} from '@superbill/engines/codesets/search';
import { isoDate } from '@superbill/engines/model';

const folder = resolve(fileURLToPath(import.meta.url), '../../data/vocabulary');
const read = (...parts: string[]) => readFileSync(join(folder, ...parts), 'utf8');

/** The words, phrases and abbreviations that ship with the product. */
export function shippedVocabulary(): Vocabulary {
  return {
    words: parseWords(read('words.tsv')),
    phrases: parsePhrases(read('phrases.tsv')),
    abbreviations: parseAbbreviations(read('abbreviations.tsv')),
    sites: parseSites(read('sites.tsv')),
  };
}

let opened: CodeSearch | undefined;

/** The starter set that ships with the product, opened once for all tests of a worker. */
export function starterBook(): CodeSearch {
  opened ??= openStarter();
  return opened;
}

function openStarter(): CodeSearch {
  const tables = readdirSync(join(folder, 'icd10cm')).filter((name) => /^\d.*\.tsv$/.test(name));
  const set = readStarterSet(
    tables.sort().map((name) => read('icd10cm', name)),
    read('icd10cm', 'categories.tsv'),
  );
  if (!set.ok) throw new Error(set.problem);
  const data = starterEdition(set.value, 'starter-test', isoDate('2025-10-01'));
  const sections = unpackSections(encodeEdition(data, buildSearch(data, shippedVocabulary())));
  return openSearch(sections, openEdition(sections));
}
