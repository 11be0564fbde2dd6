import { crc32, deflateRawSync } from 'node:zlib';

/** What a zip archive says of a member, in its list (`crc`, `size` …) and before the content (`local`), true or not. */
export interface ZipEntry {
  name: string | Buffer;
  content: string | Uint8Array;
  flags?: number;
  method?: number;
  crc?: number;
  size?: number;
  packedSize?: number;
  /** Unix file mode. */
  mode?: number;
  /** Where the list says it begins. */
  offset?: number;
  /** Bytes as they stand, in place of packing the content. */
  packed?: Uint8Array;
  /** Bytes behind the content: a data descriptor. */
  behind?: Uint8Array;
  /** The extra field in the list. */
  extra?: Uint8Array;
  local?: Partial<Pick<ZipEntry, 'name' | 'flags' | 'method' | 'crc' | 'size' | 'packedSize'>>;
}

/** What the record at the end says, true or not; `before` are bytes in front of it, such as those of zip64. */
export interface ZipEnd {
  count?: number;
  countHere?: number;
  disk?: number;
  start?: number;
  comment?: string;
  before?: Uint8Array;
}

/** Writes a zip archive byte by byte. Source: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
export function zipWith(entries: readonly ZipEntry[], end: ZipEnd = {}): Uint8Array {
  const files: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = entry.packed ?? (entry.method === 0 ? content : deflateRawSync(content));
    const told = {
      flags: 0,
      method: 8,
      crc: crc32(content),
      size: content.length,
      packedSize: packed.length,
    };
    const listed = { ...told, ...entry };
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.local?.name ?? name);
    const extra = entry.extra ?? new Uint8Array();
    const place = Buffer.alloc(14);
    place.writeUInt32LE((entry.mode ?? 0) * 0x10000, 6);
    place.writeUInt32LE(entry.offset ?? offset, 10);
    list.push(Buffer.from('PK\x01\x02\x14\0'), common(listed, name, extra), place, name, extra);
    const file = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      common({ ...listed, ...entry.local }, localName),
      localName,
      packed,
      entry.behind ?? new Uint8Array(),
    ]);
    files.push(file);
    offset += file.length;
  }
  const directory = Buffer.concat(list);
  return new Uint8Array(
    Buffer.concat([...files, directory, endRecord(end, entries.length, directory.length, offset)]),
  );
}

/** From the version needed to the length of the extra field, as both records have them. */
function common(
  told: Required<Pick<ZipEntry, 'flags' | 'method' | 'crc' | 'size' | 'packedSize'>>,
  name: Buffer,
  extra: Uint8Array = new Uint8Array(),
): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(told.flags, 2);
  bytes.writeUInt16LE(told.method, 4);
  bytes.writeUInt32LE(told.crc, 10);
  bytes.writeUInt32LE(told.packedSize, 14);
  bytes.writeUInt32LE(told.size, 18);
  bytes.writeUInt16LE(name.length, 22);
  bytes.writeUInt16LE(extra.length, 24);
  return bytes;
}

function endRecord(end: ZipEnd, members: number, size: number, offset: number): Buffer {
  const comment = Buffer.from(end.comment ?? '');
  const bytes = Buffer.alloc(22);
  bytes.write('PK\x05\x06');
  bytes.writeUInt16LE(end.disk ?? 0, 4);
  bytes.writeUInt16LE(end.countHere ?? end.count ?? members, 8);
  bytes.writeUInt16LE(end.count ?? members, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(end.start ?? offset, 16);
  bytes.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end.before ?? new Uint8Array(), bytes, comment]);
}
