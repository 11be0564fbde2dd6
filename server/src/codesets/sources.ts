import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type CodeFile,
  type CodeListName,
  decodeText,
  identify,
  isCodeListName,
  unpackedCap,
} from '@superbill/engines/codesets';
import type { CodeSystem } from '@superbill/engines/model';
import { sha256, writeWhole } from './artifact-file.ts';
import { CodeSetError } from './code-set-error.ts';
import type { GatheredFile } from './gather.ts';

/**
 * One official file that was imported. The files themselves are kept, packed, under their checksum: when
 * newer codes or notes arrive later, editions are put together anew, and the order of imports cannot matter.
 */
export interface Source {
  system: CodeSystem | CodeListName;
  /** Empty for a code list, which has none. */
  edition: string;
  kind: CodeFile['kind'];
  name: string;
  sha256: string;
  /** It is a code list that says when its codes begin and end. */
  dated?: true;
}

const listName = 'sources.json';

function folderOf(directory: string): string {
  return join(directory, 'sources');
}

/** The files imported so far, by system, edition and kind. */
export function listSources(directory: string): Source[] {
  try {
    return JSON.parse(readFileSync(join(folderOf(directory), listName), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function keyOf({ system, edition, kind }: Pick<Source, 'system' | 'edition' | 'kind'>): string {
  return `${system} ${edition} ${kind}`;
}

/** A table that somebody made of an official file never takes the place of the file itself. */
function isDerived(name: string): boolean {
  return /\.[ct]sv$/i.test(name);
}

export interface Merged {
  sources: Source[];
  /** What became of each gathered file. */
  changes: (Pick<Source, 'name' | 'system' | 'edition' | 'kind'> & { change: Change })[];
}

export type Change = 'new' | 'replaced' | 'same' | 'kept-official' | 'kept-dated';

/**
 * Adds gathered files to the imported ones: a file of the same kind and edition replaces the earlier one. A code list
 * that says less than the earlier one, or only derives from it, does so only when it was `asked` for by name.
 */
export function mergeSources(
  before: readonly Source[],
  gathered: readonly GatheredFile[],
  { asked = false } = {},
): Merged {
  const byKey = new Map(before.map((source) => [keyOf(source), source]));
  const changes: Merged['changes'] = [];
  for (const { name, edition, file, sha256 } of gathered) {
    const source: Source = { system: file.system, edition, kind: file.kind, name, sha256 };
    if (file.kind === 'list' && file.value.dated) source.dated = true;
    const known = byKey.get(keyOf(source));
    const change = changeFrom(known, source, asked);
    if (change === 'new' || change === 'replaced') byKey.set(keyOf(source), source);
    changes.push({ name, system: source.system, edition, kind: source.kind, change });
  }
  const sources = [...byKey.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return { sources, changes };
}

function changeFrom(known: Source | undefined, source: Source, asked: boolean): Change {
  if (!known) return 'new';
  if (known.sha256 === source.sha256) return 'same';
  if (asked) return 'replaced';
  if (known.dated && !source.dated) return 'kept-dated';
  // A list with dates says more than the publisher's without, whoever made it.
  if (source.dated && !known.dated) return 'replaced';
  return isDerived(source.name) && !isDerived(known.name) ? 'kept-official' : 'replaced';
}

/** Keeps the files, then the list of them: until the list is renamed into place nothing has changed. */
export async function keepSources(
  directory: string,
  sources: readonly Source[],
  gathered: readonly GatheredFile[],
): Promise<void> {
  const folder = folderOf(directory);
  await mkdir(folder, { recursive: true });
  const wanted = new Set(sources.map((source) => source.sha256));
  for (const { bytes, sha256: sum } of gathered) {
    const path = join(folder, `${sum}.gz`);
    if (wanted.has(sum) && !(await stat(path).catch(() => undefined)))
      await writeWhole(path, gzipSync(bytes, { level: 1 }));
  }
  await writeWhole(join(folder, listName), Buffer.from(`${JSON.stringify(sources, null, 2)}\n`));
  for (const name of await readdir(folder)) {
    if (name !== listName && !wanted.has(name.replace(/\.gz$/, ''))) await rm(join(folder, name));
  }
}

/** Reads a kept file again. */
export async function readSource(directory: string, source: Source): Promise<CodeFile> {
  const path = join(folderOf(directory), `${source.sha256}.gz`);
  const bytes = await readFile(path)
    .then((packed) => gunzipSync(packed, { maxOutputLength: unpackedCap }))
    .catch(() => undefined);
  const list = isCodeListName(source.system) || source.system === 'cpt' ? source.system : undefined;
  const identified = bytes && sha256(bytes) === source.sha256 ? identify(decodeText(bytes), list) : undefined;
  const read = identified && 'read' in identified ? identified.read() : undefined;
  if (read?.ok) return read.value;
  throw new CodeSetError(
    'codes.damaged-edition',
    `The kept copy of ${source.name} is damaged (${path}). Import it again.`,
  );
}
