import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Edition } from '@superbill/engines/model';
import { CodeSetError } from './code-set-error.ts';

/** What stands before the sections of an edition's file, as one JSON line padded with blanks. */
export interface ArtifactHeader {
  format: typeof fileFormat;
  /** Of everything after the header. */
  sha256: string;
  inputs: Inputs;
  edition: Edition;
}

/** Checksums of all that an edition is made from; an edition with equal inputs need not be built again. */
export interface Inputs {
  /** The official files and the format. */
  files: string;
  /** Our own words: the starter set and the vocabulary. */
  words: string;
}

const fileFormat = 'superbill-code-set-1';
const headerSize = 8192;

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes a file so that a crash at any moment leaves the old one or the new one, whole. */
export async function writeWhole(path: string, ...pieces: readonly Uint8Array[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w');
  try {
    for (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  // Windows cannot open or sync a folder; the rename itself is whole everywhere.
  const directory = await open(dirname(path)).catch(() => undefined);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
}

/** Keeps an edition; `sections` are the bytes of its packed sections. */
export async function writeArtifact(
  path: string,
  edition: Edition,
  inputs: Inputs,
  sections: Uint8Array,
): Promise<void> {
  const header: ArtifactHeader = { format: fileFormat, sha256: sha256(sections), inputs, edition };
  const line = Buffer.from(`${JSON.stringify(header)}\n`);
  if (line.length > headerSize) throw new RangeError(`the header of ${edition.edition} is too long`);
  await writeWhole(path, Buffer.concat([line, Buffer.alloc(headerSize - line.length, ' ')]), sections);
}

/** Reads only what an edition's file says of itself. Throws a {@link CodeSetError} for another format. */
export function readHeader(path: string): ArtifactHeader {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(headerSize);
    return parseHeader(path, bytes.subarray(0, readSync(file, bytes)));
  } finally {
    closeSync(file);
  }
}

/** Reads an edition whole and proves that not a byte of it has changed. */
export function readArtifact(path: string): { header: ArtifactHeader; sections: Uint8Array } {
  const bytes = readFileSync(path);
  const header = parseHeader(path, bytes.subarray(0, headerSize));
  const sections = bytes.subarray(headerSize);
  if (sha256(sections) !== header.sha256) throw damaged(path, 'its checksum does not match');
  return { header, sections };
}

function parseHeader(path: string, bytes: Buffer): ArtifactHeader {
  const end = bytes.indexOf('\n');
  if (bytes.length < headerSize || end === -1) throw damaged(path, 'it is cut short');
  try {
    const header: ArtifactHeader = JSON.parse(bytes.toString('utf8', 0, end));
    if (header.format === fileFormat) return header;
  } catch {
    throw damaged(path, 'its header cannot be read');
  }
  throw damaged(path, 'it was written by another version');
}

function damaged(path: string, why: string): CodeSetError {
  return new CodeSetError(
    'codes.damaged-edition',
    `The code set ${path} is damaged: ${why}. Import it again: superbill codes import PATH-OR-URL.`,
  );
}
