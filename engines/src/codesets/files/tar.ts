import { unpackedCap } from './inflate.ts';
import { refusedName, repeatedName, shownName } from './member-name.ts';
import { bad, decodeText, good, type Read } from './read.ts';

/** A file in a tar archive. Its name is a label, never a path to write to. */
export interface TarMember {
  name: string;
  content: Uint8Array;
}

const block = 512;
const memberCap = 10_000;

/** Whether bytes begin as a tar archive does (POSIX ustar and GNU). */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= 2 * block && decodeText(bytes.subarray(257, 262)) === 'ustar';
}

/**
 * Lists the files of a tar archive; folders and notes of the archiver are left out. Refuses what no publisher
 * sends: links and devices, names that leave the archive or occur twice, more than 10,000 members. Source: POSIX.1-2017, pax, "ustar
 * Interchange Format".
 */
export function listTar(bytes: Uint8Array): Read<TarMember[]> {
  if (bytes.length > unpackedCap) return bad('the tar archive is larger than any official one');
  const members: TarMember[] = [];
  for (let at = 0, count = 0; ; count += 1) {
    const header = bytes.subarray(at, at + block);
    if (header.length < block) return bad('the tar archive is cut short: its end is missing');
    if (header.every((byte) => byte === 0)) return withoutRepeats(members);
    if (count >= memberCap) return bad(`the tar archive has more than ${memberCap} members`);
    const size = octal(header.subarray(124, 136));
    if (size === undefined || octal(header.subarray(148, 156)) !== sumOf(header))
      return bad('the tar archive is damaged: the checksum of a member does not match');
    const name = [text(header.subarray(345, 500)), text(header.subarray(0, 100))].filter(Boolean).join('/');
    const type = String.fromCharCode(header[156] ?? 0);
    const problem = refusalOf(name, type);
    if (problem) return bad(problem);
    const content = bytes.subarray(at + block, at + block + size);
    if (content.length < size)
      return bad(`the tar archive is cut short at ${shownName(name)}; download it again`);
    if (type === '0' || type === '\0') members.push({ name, content });
    at += block + Math.ceil(size / block) * block;
  }
}

function refusalOf(name: string, type: string): string | undefined {
  const refused = refusedName(name);
  if (refused) return `the tar archive ${refused}`;
  // Files, folders, and what an archiver notes of the member that follows or of all.
  return /[05xgLK\0]/.test(type)
    ? undefined
    : `the tar archive has a link or a device (${name}), which no publisher sends`;
}

function withoutRepeats(members: TarMember[]): Read<TarMember[]> {
  const repeated = repeatedName(members.map(({ name }) => name));
  return repeated === undefined ? good(members) : bad(`the tar archive has ${repeated} twice`);
}

function text(field: Uint8Array): string {
  const end = field.indexOf(0);
  return decodeText(end === -1 ? field : field.subarray(0, end));
}

function octal(field: Uint8Array): number | undefined {
  const digits = text(field).trim();
  return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

/** The sum of a header's bytes, its own eight counted as blanks. */
function sumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}
