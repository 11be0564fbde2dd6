import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CategoryFinder,
  type CodeList,
  type CodeListName,
  categoryFinder,
  isListed,
  type OpenedList,
  openList,
} from '@superbill/engines/codesets';
import type { IsoDate } from '@superbill/engines/model';
import { sha256, writeWhole } from './artifact-file.ts';
import { CodeSetError } from './code-set-error.ts';

/** An imported list, as it is shown. */
export type ListSummary = Pick<OpenedList, 'name' | 'size' | 'period'> & { edition?: string; source: string };

/** The small code lists of this installation. */
export interface ListStore {
  summaries(): ListSummary[];
  /** Whether a code is in a list and in force on a day; undefined while no list can tell. */
  isListed(name: CodeListName, code: string, date: IsoDate): boolean | undefined;
  /** The categories of risk adjustment that diagnoses of a day count for; undefined while no mapping is here. */
  riskCategories(date: IsoDate): CategoryFinder | undefined;
  /** Why the lists on the disk cannot be used. */
  problems(): string[];
}

/** A list with the name of the file it came from. */
export interface KeptList extends CodeList {
  source: string;
}

interface Header {
  format: typeof fileFormat;
  /** Of everything after the header's line. */
  sha256: string;
  /** Checksum of all that the lists are made from. */
  inputs: string;
}

const fileFormat = 'superbill-code-lists-1';

function pathIn(directory: string): string {
  return join(directory, 'lists.json');
}

/** Opens the lists in `<data>/codesets`. Lists imported by another process are seen at the next call. */
export function openListStore(directory: string): ListStore {
  const path = pathIn(directory);
  let held: {
    stamp: string;
    summaries: ListSummary[];
    byName: Map<CodeListName, OpenedList[]>;
    problems: string[];
    riskOn: ReturnType<typeof categoryFinder>;
  };
  const lists = () => {
    const stat = statSync(path, { throwIfNoEntry: false });
    const stamp = stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : '';
    if (held?.stamp !== stamp) held = { stamp, ...open(path, stat !== undefined) };
    return held;
  };
  return {
    summaries: () => lists().summaries,
    problems: () => lists().problems,
    isListed: (name, code, date) => isListed(lists().byName.get(name) ?? [], code, date),
    riskCategories: (date) => lists().riskOn?.(date),
  };
}

function open(path: string, isThere: boolean) {
  const summaries: ListSummary[] = [];
  const byName = new Map<CodeListName, OpenedList[]>();
  if (!isThere) return { summaries, byName, problems: [], riskOn: undefined };
  try {
    const { lists } = readLists(path);
    for (const list of lists) {
      const { name, source, edition } = list;
      const opened = openList(list);
      byName.set(name, [...(byName.get(name) ?? []), opened]);
      const { size, period } = opened;
      summaries.push({ name, size, source, ...(edition && { edition }), ...(period && { period }) });
    }
    return { summaries, byName, problems: [], riskOn: categoryFinder(lists) };
  } catch (error) {
    if (!(error instanceof CodeSetError)) throw error;
    return { summaries: [], byName: new Map(), problems: [error.message], riskOn: undefined };
  }
}

/** Reads the lists whole and proves that not a byte of them has changed. */
function readLists(path: string): { header: Header; lists: KeptList[] } {
  const text = readFileSync(path, 'utf8');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  try {
    const header: Header = JSON.parse(text.slice(0, Math.max(end, 0)));
    if (header.format === fileFormat && header.sha256 === sha256(body))
      return { header, lists: JSON.parse(body) };
  } catch {
    // Told below: whatever is wrong with the file, the cure is the same.
  }
  throw new CodeSetError(
    'codes.damaged-edition',
    `The code lists ${path} are damaged or of another version. Import any of them again: superbill codes import PATH-OR-URL.`,
  );
}

/** The checksum of what the kept lists were made from; undefined when there are none, or damaged ones. */
export function listInputs(directory: string): string | undefined {
  try {
    return readLists(pathIn(directory)).header.inputs;
  } catch {
    return undefined;
  }
}

/** Keeps the lists in place of all earlier ones. */
export async function writeLists(
  directory: string,
  inputs: string,
  lists: readonly KeptList[],
): Promise<void> {
  const body = `${JSON.stringify(lists)}\n`;
  const header: Header = { format: fileFormat, sha256: sha256(body), inputs };
  await writeWhole(pathIn(directory), Buffer.from(`${JSON.stringify(header)}\n${body}`));
}
