import { crc32 } from './crc32.ts';
import { inflate, unpackedCap } from './inflate.ts';
import { bad, decodeText, good, type Read } from './read.ts';

/** A file in a zip archive, unfolded only when asked for. */
export interface ZipMember {
  name: string;
  /** Bytes when unfolded, as the archive says. */
  size: number;
  read(): Read<Uint8Array>;
}

const memberCap = 10_000;
const endSignature = 0x06054b50;
const memberSignature = 0x02014b50;
const localSignature = 0x04034b50;
const unixSymlink = 0o12;

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Lists the files of a zip archive; folders are left out. Refuses what no publisher sends: paths that leave
 * the archive, links, encryption, more than 10,000 members, or more than 1 GB in all.
 * Source: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function listZip(bytes: Uint8Array): Read<ZipMember[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined)
    return bad('the zip archive is cut short: its list of members is missing; download it again');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > memberCap) return bad(`the zip archive has ${count} members, more than any official one`);
  const members: ZipMember[] = [];
  let total = 0;
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== memberSignature)
      return bad('the list of members of the zip archive is damaged');
    const nameLength = view.getUint16(at + 28, true);
    const name = decodeText(bytes.subarray(at + 46, at + 46 + nameLength));
    const header: Header = {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      mode: view.getUint16(at + 40, true),
      offset: view.getUint32(at + 42, true),
    };
    const refusal = refusalOf(header);
    if (refusal) return bad(refusal);
    total += header.size;
    if (!name.endsWith('/')) members.push({ name, size: header.size, read: () => readMember(view, header) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total > unpackedCap ? bad('the zip archive unfolds to more than 1 GB') : good(members);
}

interface Header {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** The Unix file mode, where the archive was made there. */
  mode: number;
  offset: number;
}

/** The end record stands in the last 64 KB, before a comment. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}

function refusalOf({ name, flags, mode }: Header): string | undefined {
  const parts = name.split(/[/\\]/);
  if (parts.includes('..') || /^([/\\]|[A-Za-z]:)/.test(name)) {
    return `the zip archive has a member that leaves it (${name}), which no publisher sends`;
  }
  if (mode >> 12 === unixSymlink) return `the zip archive has a link (${name}), which no publisher sends`;
  return flags & 1 ? `the zip archive is encrypted (${name})` : undefined;
}

function readMember(view: DataView, header: Header): Read<Uint8Array> {
  const { name, offset, packedSize, size, method } = header;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature) {
    return bad(`the zip archive is damaged at ${name}`);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > view.byteLength) return bad(`the zip archive is cut short at ${name}`);
  const packed = new Uint8Array(view.buffer, view.byteOffset + start, packedSize);
  if (method !== 0 && method !== 8)
    return bad(`${name} is packed in a way (${method}) that publishers do not use`);
  const content = method === 0 ? good(packed) : inflate(packed, size);
  if (!content.ok) return bad(`${name}: ${content.problem}`);
  const whole = content.value.length === size && crc32(content.value) === header.crc;
  return whole ? content : bad(`${name} is damaged: its checksum does not match; download the archive again`);
}
