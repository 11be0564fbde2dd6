import { strFromU8, strToU8 } from 'fflate';

/** What a section can hold. Numbers are little-endian, as on every machine the product runs on. */
export type SectionArray = Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array;

/** Named arrays, the parts of an artifact: `code.flags`, `term.path`, `search.postings` … */
export type Sections = Map<string, SectionArray>;

/** Raised by {@link unpackSections} when bytes are not a container this version can read. */
export class SectionsError extends Error {}

const magic = 'SBSECT01';
const alignment = 8;

const arrayTypes = {
  u8: Uint8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
};
type ArrayType = keyof typeof arrayTypes;
const typeNames = new Map<unknown, ArrayType>();
for (const [name, type] of Object.entries(arrayTypes)) typeNames.set(type, name as ArrayType);

interface TableRow {
  name: string;
  type: ArrayType;
  /** Bytes from the first section. */
  offset: number;
  /** Elements, not bytes. */
  length: number;
}

function aligned(offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

/**
 * Writes sections as one run of bytes: magic (8), length of the table of contents (4) and zero (4), the
 * table as JSON, then each array at a multiple of 8 so that it opens as a view without a copy.
 */
export function packSections(sections: Sections): Uint8Array {
  let end = 0;
  const rows: TableRow[] = [];
  for (const [name, array] of sections) {
    const type = typeNames.get(array.constructor) ?? typeNames.get(Object.getPrototypeOf(array.constructor));
    if (!type) throw new TypeError(`section ${name} is not a typed array that can be packed`);
    const offset = aligned(end);
    rows.push({ name, type, offset, length: array.length });
    end = offset + array.byteLength;
  }
  const table = strToU8(JSON.stringify(rows));
  const start = aligned(16 + table.length);
  const bytes = new Uint8Array(start + end);
  bytes.set(strToU8(magic));
  new DataView(bytes.buffer).setUint32(8, table.length, true);
  bytes.set(table, 16);
  for (const [place, array] of [...sections.values()].entries()) {
    const offset = rows[place]?.offset ?? 0;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + offset);
  }
  return bytes;
}

/** Reads what {@link packSections} wrote; the arrays are views into `bytes`. Throws {@link SectionsError}. */
export function unpackSections(bytes: Uint8Array): Sections {
  // Views of wider numbers need an aligned start; a slice of a larger buffer may not have one.
  const data = bytes.byteOffset % alignment === 0 ? bytes : new Uint8Array(bytes);
  if (data.length < 16 || strFromU8(data.subarray(0, 8)) !== magic) {
    throw new SectionsError('these bytes are not a container of sections');
  }
  const tableLength = new DataView(data.buffer, data.byteOffset).getUint32(8, true);
  const start = aligned(16 + tableLength);
  if (start > data.length) throw new SectionsError('the container ends inside its table of contents');
  const rows: TableRow[] = JSON.parse(strFromU8(data.subarray(16, 16 + tableLength)));
  const sections: Sections = new Map();
  for (const { name, type, offset, length } of rows) {
    const Type = arrayTypes[type];
    if (start + offset + length * Type.BYTES_PER_ELEMENT > data.length) {
      throw new SectionsError(`the container ends inside its section ${name}`);
    }
    sections.set(name, new Type(data.buffer as ArrayBuffer, data.byteOffset + start + offset, length));
  }
  return sections;
}

/** Fills an array with a number for each item: `Int32Array.from` with a function takes ten times as long. */
export function filled<A extends SectionArray, T>(
  array: A,
  items: readonly T[],
  number: (item: T) => number,
): A {
  for (let place = 0; place < array.length; place += 1) {
    const item = items[place];
    if (item !== undefined) array[place] = number(item);
  }
  return array;
}

/** A list of strings kept as one text and sliced on demand, so that opening costs one decoding. */
export interface StringTable {
  readonly length: number;
  /** The string at a place; the empty string outside the table. */
  at(place: number): string;
}

/** Adds a list of strings as two sections, `name.text` (UTF-8) and `name.ends` (UTF-16 offsets). */
export function addStrings(sections: Sections, name: string, strings: readonly string[]): void {
  const ends = new Uint32Array(strings.length);
  let end = 0;
  for (const [place, text] of strings.entries()) {
    end += text.length;
    ends[place] = end;
  }
  sections.set(`${name}.text`, strToU8(strings.join('')));
  sections.set(`${name}.ends`, ends);
}

/** Opens what {@link addStrings} added. The text is decoded at the first use. */
export function readStrings(sections: Sections, name: string): StringTable {
  const bytes = section(sections, `${name}.text`, Uint8Array);
  const ends = section(sections, `${name}.ends`, Uint32Array);
  let text: string | undefined;
  return {
    length: ends.length,
    at(place) {
      text ??= strFromU8(bytes);
      return text.slice(place === 0 ? 0 : ends[place - 1], ends[place] ?? 0);
    },
  };
}

/** The section of a name and type that must be there. Throws {@link SectionsError} when it is not. */
export function section<T extends SectionArray>(
  sections: Sections,
  name: string,
  type: new (length: number) => T,
): T {
  const found = sections.get(name);
  if (!(found instanceof type)) throw new SectionsError(`the container has no section ${name}`);
  return found;
}
