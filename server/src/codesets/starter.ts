import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  artifactVersion,
  encodeEdition,
  readStarterSet,
  type StarterSet,
  starterEdition,
} from '@superbill/engines/codesets';
import { type PcsVocabulary, parsePcsVocabulary } from '@superbill/engines/codesets/pcs';
import {
  buildSearch,
  parseAbbreviations,
  parsePhrases,
  parseSites,
  parseWords,
  searchVersion,
  type Vocabulary,
} from '@superbill/engines/codesets/search';
import { type IsoDate, parseIsoDate } from '@superbill/engines/model';
import { shippedPath } from '../data-directory.ts';
import { type Inputs, readArtifact, readHeader, sha256, writeArtifact } from './artifact-file.ts';

/** What ships with the product: our own set of common diagnoses, and the words that make wordings meet. */
export interface StarterSource {
  set: StarterSet;
  vocabulary: Vocabulary;
  /** What clinicians call procedures; needs the official tables. */
  procedures?: PcsVocabulary;
  /** `starter-2026-11` */
  edition: string;
  effectiveFrom: IsoDate;
  /** Changes when any of the files does. */
  sha256: string;
}

/** Reads `data/vocabulary`; files that are not there count as empty. Throws when one is not as it should be. */
export function loadStarter(folder = shippedPath('vocabulary')): StarterSource {
  const texts: string[] = [];
  const read = (...parts: string[]) => {
    const text = readFileIfThere(join(folder, ...parts));
    texts.push(text);
    return text;
  };
  const about: unknown = JSON.parse(read('SOURCE.json') || '{}');
  const tables = namesIn(join(folder, 'icd10cm')).filter((name) => /^\d.*\.tsv$/.test(name));
  const set = readStarterSet(
    tables.map((name) => read('icd10cm', name)),
    read('icd10cm', 'categories.tsv') || 'code\ttitle\n',
  );
  if (!set.ok) throw new Error(`data/vocabulary: ${set.problem}`);
  const vocabulary = {
    words: parseWords(read('words.tsv')),
    phrases: parsePhrases(read('phrases.tsv')),
    abbreviations: parseAbbreviations(read('abbreviations.tsv')),
    sites: parseSites(read('sites.tsv')),
  };
  // Not of the starter set, so not in its checksum.
  const procedures = parsePcsVocabulary((name) => readFileIfThere(join(folder, 'icd10pcs', name)));
  return { set: set.value, vocabulary, procedures, ...named(about), sha256: sha256(texts.join('\0')) };
}

/** The starter set as packed sections, with its search: as kept, else built anew. */
export function starterSections(directory: string, starter: StarterSource): Uint8Array {
  try {
    const { header, sections } = readArtifact(keptPath(directory));
    if (isOf(header.inputs, starter)) return sections;
  } catch {
    // Not kept, or damaged: what ships with the product is the truth, and at hand.
  }
  return build(starter).sections;
}

/** Keeps the built starter set, so that the next start has it at once. */
export async function keepStarter(directory: string, starter: StarterSource): Promise<void> {
  if (isKept(directory, starter)) return;
  const { edition, sections } = build(starter);
  await writeArtifact(keptPath(directory), edition, inputsOf(starter), sections);
}

/** There are no files behind it, but a format that may change. */
function inputsOf(starter: StarterSource): Inputs {
  return { files: `format ${artifactVersion}, search ${searchVersion}`, words: starter.sha256 };
}

function isOf({ files, words }: Inputs, starter: StarterSource): boolean {
  const own = inputsOf(starter);
  return files === own.files && words === own.words;
}

function isKept(directory: string, starter: StarterSource): boolean {
  try {
    return isOf(readHeader(keptPath(directory)).inputs, starter);
  } catch {
    return false;
  }
}

function keptPath(directory: string): string {
  return join(directory, 'starter.sbc');
}

function build({ set, vocabulary, edition, effectiveFrom }: StarterSource) {
  const data = starterEdition(set, edition, effectiveFrom);
  return { edition: data.edition, sections: encodeEdition(data, buildSearch(data, vocabulary)) };
}

function named(about: unknown): { edition: string; effectiveFrom: IsoDate } {
  const field = (name: string) => {
    const value = typeof about === 'object' && about !== null ? Reflect.get(about, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return {
    edition: field('edition') || 'starter',
    effectiveFrom: parseIsoDate(field('effectiveFrom')) ?? ('2025-10-01' as IsoDate),
  };
}

function readFileIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
