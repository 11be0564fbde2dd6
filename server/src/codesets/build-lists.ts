import type { CodeFile, CodeListName } from '@superbill/engines/codesets';
import { sha256 } from './artifact-file.ts';
import { type KeptList, listInputs, writeLists } from './list-store.ts';
import { readSource, type Source } from './sources.ts';

/** A code list that was put into the store anew. */
export interface BuiltList {
  list: CodeListName;
  /** Of a list that is published by year: `FY2026`. */
  edition?: string;
  codes: number;
}

/** Raised when files are read or kept otherwise than before. */
const listVersion = 1;

function inputsOf(sources: readonly Source[]): string {
  return sha256(JSON.stringify([listVersion, listsAmong(sources)]));
}

function listsAmong(sources: readonly Source[]): Source[] {
  return sources.filter(({ kind }) => kind === 'list');
}

/** Whether the store holds the lists that were imported, whole. */
export function areListsCurrent(sources: readonly Source[], directory: string): boolean {
  return listsAmong(sources).length === 0 || listInputs(directory) === inputsOf(sources);
}

/** Puts the imported lists into the store, unless it holds them. `read` are files already read in this import. */
export async function buildLists(
  sources: readonly Source[],
  { directory, read }: { directory: string; read: ReadonlyMap<string, CodeFile> },
): Promise<BuiltList[]> {
  if (areListsCurrent(sources, directory)) return [];
  const lists: KeptList[] = [];
  for (const source of listsAmong(sources)) {
    const file = read.get(source.sha256) ?? (await readSource(directory, source));
    if (file.kind !== 'list') throw new TypeError(`${source.name} is no code list`);
    const { name, codes, categories } = file.value;
    const { edition } = source;
    lists.push({
      name,
      codes,
      source: source.name,
      ...(edition && { edition }),
      ...(categories && { categories }),
    });
  }
  await writeLists(directory, inputsOf(sources), lists);
  return lists.map(({ name, edition, codes }) => ({
    list: name,
    ...(edition && { edition }),
    codes: codes.length,
  }));
}
