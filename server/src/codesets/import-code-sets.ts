import type { CodeFile, CodeListName } from '@superbill/engines/codesets';
import { areCurrent, type BuiltEdition, buildEditions, planEditions } from './build-editions.ts';
import { areListsCurrent, type BuiltList, buildLists } from './build-lists.ts';
import { CodeSetError } from './code-set-error.ts';
import { download } from './download.ts';
import { type Gathered, gatherBytes, gatherPath, nothingGathered } from './gather.ts';
import { whileLocked } from './import-lock.ts';
import { keepSources, listSources, type Merged, mergeSources } from './sources.ts';
import { loadStarter, type StarterSource } from './starter.ts';

export interface ImportOptions {
  /** `<data>/codesets`. */
  directory: string;
  /** The edition of everything given, where names do not say it or say it wrongly. */
  edition?: string | undefined;
  /** What every table given is, where headings do not say it: a code list, or a licensee's list of CPT. */
  list?: CodeListName | 'cpt' | undefined;
  onProgress?: ((message: string) => void) | undefined;
  starter?: StarterSource;
}

export interface ImportReport {
  /** What was read, and what became of it. */
  files: Merged['changes'];
  skipped: Gathered['skipped'];
  /** Editions that were put together anew; none when nothing changed. */
  built: BuiltEdition[];
  /** The code lists, when any of them changed. */
  lists: BuiltList[];
}

/**
 * Imports official files from paths, folders and addresses. All or nothing: when a file is wrong or damaged
 * nothing is imported, and the error names each such file and what was expected. Importing again changes nothing.
 */
export async function importCodeSets(
  inputs: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const gathered = nothingGathered();
  for (const input of inputs) {
    if (!isAddress(input)) await gatherPath(input, options, gathered);
    else {
      options.onProgress?.(`Downloading ${input}`);
      const { name, bytes } = await download(input, { inHouse: true });
      await gatherBytes(name, bytes, options, gathered);
    }
  }
  if (gathered.refused.length > 0) throw refusal(gathered.refused);
  if (gathered.files.length === 0) throw nothingFound(gathered.skipped);
  return importGathered(gathered, options);
}

/** Imports what was gathered and found good. */
export function importGathered(gathered: Gathered, options: ImportOptions): Promise<ImportReport> {
  const { directory, onProgress } = options;
  return whileLocked(directory, async () => {
    const asked = options.list !== undefined;
    const { sources, changes } = mergeSources(listSources(directory), gathered.files, { asked });
    onProgress?.('Keeping the files');
    await keepSources(directory, sources, gathered.files);
    const read = new Map<string, CodeFile>(gathered.files.map(({ sha256, file }) => [sha256, file]));
    const lists = await buildLists(sources, { directory, read });
    const starter = options.starter ?? loadStarter();
    const built = await buildEditions(planEditions(sources), { directory, starter, read, onProgress });
    return { files: changes, skipped: gathered.skipped, built, lists };
  });
}

export interface RebuildOptions extends ImportOptions {
  /**
   * Leaves an edition alone that differs only in the words of ours it was built with. It works with those,
   * and a command that answers one question should not wait until it is built anew.
   */
  keepWords?: boolean;
}

/**
 * Finishes an import that was interrupted, and rebuilds editions of an older format or with older words of
 * ours. Does nothing, quickly, when every edition is as its files and words say.
 */
export async function rebuildEditions(options: RebuildOptions): Promise<ImportReport> {
  const { directory, starter = loadStarter(), keepWords = false } = options;
  const sources = listSources(directory);
  const isCurrent =
    areCurrent(planEditions(sources), { directory, starter, keepWords }) &&
    areListsCurrent(sources, directory);
  if (isCurrent) return { files: [], skipped: [], built: [], lists: [] };
  return importGathered(nothingGathered(), { ...options, starter });
}

export function isAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

const nextStep =
  'Get what is named here from its publisher again, or leave it out, and import again. What was imported before is as it was.';

function refusal(refused: Gathered['refused']): CodeSetError {
  const lines = refused.map(({ name, problem }) => `${name}: ${problem}`);
  return new CodeSetError('codes.refused-file', `Nothing was imported. ${lines.join('\n')}\n${nextStep}`);
}

function nothingFound(skipped: Gathered['skipped']): CodeSetError {
  const lines = skipped.slice(0, 10).map(({ name, reason }) => `\n  ${name}: ${reason}`);
  return new CodeSetError(
    'codes.nothing-found',
    `Nothing there is a code set. Expected the order file, tabular list or index of ICD-10-CM, the order file, tables, index or definitions of ICD-10-PCS, the POA-exempt list, the HCPCS file or a code list, as CDC and CMS publish them.${lines.join('')}`,
  );
}
