import type { ProcedureBook } from '../../model/index.ts';
import type { CodeEdition, PcsParts } from '../edition-data.ts';
import { addStrings, readStrings, type Sections } from '../sections.ts';
import { ProcedureReader } from './procedure-reader.ts';
import { emptyPcsVocabulary, type PcsVocabulary } from './vocabulary.ts';

const vocabularySection = 'pcs.vocabulary';
const parts = ['tables', 'index', 'definitions'] as const;

/** Raised when what is built of the same files changes. */
export const procedureVersion = 1;

/** What goes into the artifact of an ICD-10-PCS edition beside its files: our words for operations and values. */
export function procedureSections(vocabulary: PcsVocabulary = emptyPcsVocabulary): Sections {
  const sections: Sections = new Map();
  addStrings(sections, vocabularySection, [JSON.stringify(vocabulary)]);
  return sections;
}

/**
 * Opens the reader of procedures of an edition: undefined where its tables are not known. It takes some tens of
 * milliseconds, so open it when the first procedure is asked for.
 */
export function openProcedures(sections: Sections, codes: CodeEdition): ProcedureBook | undefined {
  if (!sections.has('pcs.tables.text')) return undefined;
  const read = (name: string): unknown =>
    sections.has(`${name}.text`) ? JSON.parse(readStrings(sections, name).at(0)) : undefined;
  const found = Object.fromEntries(
    parts.flatMap((part) => {
      const file = read(`pcs.${part}`);
      return file === undefined ? [] : [[part, file]];
    }),
  ) as PcsParts;
  const vocabulary = (read(vocabularySection) as PcsVocabulary | undefined) ?? emptyPcsVocabulary;
  return new ProcedureReader(codes, found, vocabulary);
}
