import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type CodeFile,
  type CodeListName,
  decodeText,
  disagreement,
  editionOf,
  gunzip,
  identify,
  isTar,
  isZip,
  listTar,
  listZip,
  type Read,
  shownName,
  skipByName,
  unpackedCap,
} from '@superbill/engines/codesets';
import { sha256 } from './artifact-file.ts';
import { CodeSetError } from './code-set-error.ts';

/** An official file that was read, with the bytes it was read from. */
export interface GatheredFile {
  /** As the publisher named it, without `.gz`. */
  name: string;
  edition: string;
  file: CodeFile;
  bytes: Uint8Array;
  /** Of the bytes. */
  sha256: string;
}

export interface Gathered {
  files: GatheredFile[];
  /** Files that are not for us, and why. */
  skipped: { name: string; reason: string }[];
  /** Files that should be for us but are wrong or damaged, and what was expected. */
  refused: { name: string; problem: string }[];
  /** Texts read so far, by checksum: CDC and CMS publish the same codes in archives of their own. */
  read: Map<string, Read<CodeFile>>;
}

/** How to read what is given: the edition where its name does not say, and who wants to hear of progress. */
export interface GatherOptions {
  edition?: string | undefined;
  /** What every table given is: a code list, or a licensee's list of CPT. */
  list?: CodeListName | 'cpt' | undefined;
  onProgress?: ((message: string) => void) | undefined;
}

export function nothingGathered(): Gathered {
  return { files: [], skipped: [], refused: [], read: new Map() };
}

/** Reads a file, or every file in a folder and the folders below it, in the order of their names. */
export async function gatherPath(path: string, options: GatherOptions, into: Gathered): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new CodeSetError('codes.unreadable', `There is no file or folder ${path}.`);
  if (found.isDirectory()) {
    const entries = await readdir(path, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      // Links inside a folder are left alone: they may lead out of it, or in circles.
      if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isFile())) continue;
      await gatherPath(join(path, entry.name), options, into);
    }
    return;
  }
  if (!found.isFile())
    throw new CodeSetError('codes.unreadable', `${path} is a device or a pipe. Name a file or a folder.`);
  const skip =
    skipByName(basename(path)) ?? (found.size > unpackedCap ? 'larger than any official file' : undefined);
  if (skip) into.skipped.push({ name: basename(path), reason: skip });
  else await gatherBytes(basename(path), await readFile(path), options, into);
}

/** Reads one file that was downloaded or found: a zip or tar archive, a gzip file or a bare text. */
export async function gatherBytes(
  given: string,
  bytes: Uint8Array,
  options: GatherOptions,
  into: Gathered,
): Promise<void> {
  const name = shownName(given);
  const before = into.files.length;
  if (isZip(bytes)) await gatherZip(name, bytes, options, into);
  else if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const unpacked = gunzip(bytes);
    if (!unpacked.ok) into.refused.push({ name, problem: unpacked.problem });
    else if (isTar(unpacked.value)) await gatherTar(name, unpacked.value, options, into);
    else await gatherText([name.replace(/\.gz$/i, '')], unpacked.value, options, into);
  } else if (/\.(zip|gz)$/i.test(name) && !looksLikePage(bytes)) {
    into.refused.push({
      name,
      problem: 'its name says it is packed, but it is not; it may be damaged: download it again',
    });
  } else await gatherText([name], bytes, options, into);
  checkAgainstCodes(into, into.files.slice(before));
  keepLongestCpt(into, into.files.slice(before));
}

function looksLikePage(bytes: Uint8Array): boolean {
  return /^\s*<(!doctype|html)/i.test(decodeText(bytes.subarray(0, 200)));
}

async function gatherZip(
  name: string,
  bytes: Uint8Array,
  options: GatherOptions,
  into: Gathered,
): Promise<void> {
  const members = listZip(bytes);
  if (!members.ok) {
    into.refused.push({ name, problem: members.problem });
    return;
  }
  if (members.value.length === 0) into.skipped.push({ name, reason: 'it has no files' });
  for (const member of members.value) {
    const own = basename(member.name);
    const reason = /\.zip$/i.test(own) ? 'an archive within an archive: unpack it first' : skipByName(own);
    if (reason) {
      into.skipped.push({ name: `${name}: ${own}`, reason });
      continue;
    }
    const content = member.read();
    if (content.ok) await gatherText([own, name], content.value, options, into);
    else into.refused.push({ name, problem: content.problem });
  }
}

async function gatherTar(
  name: string,
  bytes: Uint8Array,
  options: GatherOptions,
  into: Gathered,
): Promise<void> {
  const members = listTar(bytes);
  if (!members.ok) {
    into.refused.push({ name, problem: members.problem });
    return;
  }
  if (members.value.length === 0) into.skipped.push({ name, reason: 'it has no files' });
  for (const member of members.value) {
    const own = basename(member.name);
    const reason = skipByName(own);
    if (reason) into.skipped.push({ name: `${name}: ${own}`, reason });
    else await gatherText([own, name], member.content, options, into);
  }
}

/** Reads a text; `names` are its own and that of the archive it came in. */
async function gatherText(
  names: string[],
  bytes: Uint8Array,
  options: GatherOptions,
  into: Gathered,
): Promise<void> {
  const [own = '', archive] = names;
  const name = archive === undefined ? own : `${archive}: ${own}`;
  // The notice before a licensee's list may be long.
  const start = options.list === 'cpt' ? bytes : bytes.subarray(0, 4096);
  const beginning = identify(decodeText(start), options.list);
  if ('skip' in beginning) {
    into.skipped.push({ name, reason: beginning.skip });
    return;
  }
  options.onProgress?.(`Reading ${own}`);
  await breathe();
  const sum = sha256(bytes);
  const read = into.read.get(sum) ?? readText(bytes, options.list);
  if ('skip' in read) {
    into.skipped.push({ name, reason: read.skip });
    return;
  }
  into.read.set(sum, read);
  const edition = read.ok ? editionOf(read.value, names, options.edition) : read;
  if (read.ok && edition.ok)
    into.files.push({ name: own, edition: edition.value, file: read.value, bytes, sha256: sum });
  else into.refused.push({ name, problem: edition.ok ? '' : edition.problem });
}

function readText(bytes: Uint8Array, list: GatherOptions['list']): Read<CodeFile> | { skip: string } {
  const identified = identify(decodeText(bytes), list);
  return 'skip' in identified ? identified : identified.read();
}

/** A licensee's archive has the same codes in several lengths: the longest wordings are read. */
function keepLongestCpt(into: Gathered, files: readonly GatheredFile[]): void {
  const lists = files.filter(({ file }) => file.kind === 'cpt');
  const longest = lists.toSorted((a, b) => b.bytes.length - a.bytes.length)[0];
  for (const one of lists) {
    if (one === longest || one.edition !== longest?.edition) continue;
    into.files.splice(into.files.indexOf(one), 1);
    into.skipped.push({ name: one.name, reason: 'shorter wordings of the same codes' });
  }
}

/** An archive has the same codes twice, with and without headings; each proves the other whole. */
function checkAgainstCodes(into: Gathered, files: readonly GatheredFile[]): void {
  for (const { name, edition, file } of files) {
    if (file.kind !== 'codes') continue;
    into.files.splice(
      into.files.findIndex((other) => other.file === file),
      1,
    );
    const order = files.find(
      (other) =>
        other.file.system === file.system && other.edition === edition && other.file.kind === 'order',
    );
    if (order?.file.kind !== 'order') {
      into.skipped.push({
        name,
        reason: 'has no headings; the order file of the same release is read instead',
      });
      continue;
    }
    const problem = disagreement(order.file.value, file.value);
    if (problem) into.refused.push({ name: order.name, problem });
  }
}

/** Lets progress be seen and requests be answered between two long steps. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
