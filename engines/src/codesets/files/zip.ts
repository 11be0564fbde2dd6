import { crc32 } from './crc32.ts';
import { inflate, ratioCap, unpackedCap } from './inflate.ts';
import { refusedName, repeatedName, shownName } from './member-name.ts';
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
const zip64Signature = 0x07064b50;
const memberSignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Kinds of a Unix file mode: none said, a folder, a file. Links, devices and pipes have others. */
const plainKinds = [0, 0o4, 0o10];
const isEncrypted = 1;
const sizesFollow = 8;

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Lists the files of a zip archive; folders are left out. Refuses what no publisher sends: names that leave the archive
 * or occur twice, links, encryption, members that share bytes, more than 10,000 of them, more than 1 GB or 200 times
 * the size of the archive, and archives for more than 4 GB (zip64). Source: APPNOTE.TXT 6.3, sections 4.3.7 to 4.3.16.
 */
export function listZip(bytes: Uint8Array): Read<ZipMember[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined)
    return bad('the zip archive is cut short: its list of members is missing; download it again');
  const listed = listMembers(view, end);
  if (!listed.ok) return listed;
  const headers = listed.value;
  const total = headers.reduce((sum, { size }) => sum + size, 0);
  if (total > unpackedCap) return bad('the zip archive unfolds to more than 1 GB');
  const repeated = repeatedName(headers.map(({ name }) => name));
  if (repeated !== undefined) return bad(`the zip archive has ${shownName(repeated)} twice`);
  const shared = sharesBytes(headers, view.getUint32(end + 16, true));
  if (shared !== undefined)
    return bad(`the zip archive is damaged at ${shownName(shared)}: it reaches into what follows it`);
  return good(
    headers
      .filter(({ name }) => !name.endsWith('/'))
      .map((header) => ({ name: header.name, size: header.size, read: () => readMember(view, header) })),
  );
}

function listMembers(view: DataView, end: number): Read<Header[]> {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (
    count === 0xffff ||
    start === 0xffffffff ||
    (end >= 20 && view.getUint32(end - 20, true) === zip64Signature)
  )
    return bad('the zip archive is made for more than 4 GB (zip64), which no official one needs');
  if (count > memberCap) return bad(`the zip archive has ${count} members, more than any official one`);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    return bad('the zip archive is a part of several; ask for it in one piece');
  const headers: Header[] = [];
  let at = start;
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== memberSignature) return bad(damagedList);
    const header = readHeader(view, at);
    const refusal = refusalOf(header);
    if (refusal) return bad(`the zip archive ${refusal}`);
    headers.push(header);
    at += 46 + header.nameBytes.length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // What stands between the list and its end is a member that was not counted.
  return at === end ? good(headers) : bad(damagedList);
}

const damagedList = 'the list of members of the zip archive is damaged; download it again';

interface Header {
  name: string;
  /** The name as it stands in the archive. */
  nameBytes: Uint8Array;
  flags: number;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** The Unix file mode, where the archive was made there. */
  mode: number;
  offset: number;
}

function readHeader(view: DataView, at: number): Header {
  const nameBytes = bytesAt(view, at + 46, view.getUint16(at + 28, true));
  return {
    name: decodeText(nameBytes),
    nameBytes,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    mode: view.getUint16(at + 40, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** As many of these bytes as there are. */
function bytesAt(view: DataView, at: number, length: number): Uint8Array {
  const room = Math.max(0, Math.min(length, view.byteLength - at));
  return new Uint8Array(view.buffer, view.byteOffset + at, room);
}

/** The end record stands in the last 64 KB, before a comment that reaches to the last byte. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    const reaches = at + 22 + view.getUint16(at + 20, true) === view.byteLength;
    if (reaches && view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}

function refusalOf({ name, flags, mode, size, packedSize }: Header): string | undefined {
  const shown = shownName(name);
  if (!plainKinds.includes(mode >> 12)) return `has a link or a device (${shown}), which no publisher sends`;
  if (flags & isEncrypted)
    return `is encrypted (${shown}): unpack it with its password, then import the files`;
  if (size !== 0xffffffff && size > Math.max(packedSize, 1) * ratioCap)
    return `has a member (${shown}) that says it unfolds to more than ${ratioCap} times its size, as no official file does`;
  return refusedName(name);
}

/** The name of a member whose packed bytes reach into the next one or into the list. */
function sharesBytes(headers: readonly Header[], list: number): string | undefined {
  const inOrder = headers.toSorted((a, b) => a.offset - b.offset);
  return inOrder.find(
    ({ offset, nameBytes, packedSize }, place) =>
      offset + 30 + nameBytes.length + packedSize > (inOrder[place + 1]?.offset ?? list),
  )?.name;
}

function readMember(view: DataView, header: Header): Read<Uint8Array> {
  const { name, offset, packedSize, size, method } = header;
  if (view.getUint32(offset, true) !== localSignature)
    return bad(`the zip archive is damaged at ${name}; download it again`);
  const nameLength = view.getUint16(offset + 26, true);
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  if (start + packedSize > view.byteLength)
    return bad(`the zip archive is cut short at ${name}; download it again`);
  if (!tellsTheSame(view, header, nameLength))
    return bad(
      `the zip archive is damaged at ${name}: its list and what stands before the content differ; download it again`,
    );
  if (method !== 0 && method !== 8)
    return bad(
      `${name} is packed in a way (${method}) that publishers do not use; unpack it and import the file`,
    );
  const packed = bytesAt(view, start, packedSize);
  const content = method === 0 ? good(packed) : inflate(packed, size);
  if (!content.ok) return bad(`${name}: ${content.problem}`);
  const whole = content.value.length === size && crc32(content.value) === header.crc;
  return whole ? content : bad(`${name} is damaged: its checksum does not match; download the archive again`);
}

/** What stands before the content repeats the list. Sizes and checksum may follow the content instead (4.4.4, bit 3). */
function tellsTheSame(view: DataView, header: Header, nameLength: number): boolean {
  const { offset, flags, method, crc, packedSize, size } = header;
  const name = bytesAt(view, offset + 30, nameLength);
  if (decodeText(name) !== header.name || view.getUint16(offset + 8, true) !== method) return false;
  const own = view.getUint16(offset + 6, true);
  if ((own & isEncrypted) !== 0 || (own & sizesFollow) !== (flags & sizesFollow)) return false;
  return (
    (own & sizesFollow) !== 0 ||
    (view.getUint32(offset + 14, true) === crc &&
      view.getUint32(offset + 18, true) === packedSize &&
      view.getUint32(offset + 22, true) === size)
  );
}
