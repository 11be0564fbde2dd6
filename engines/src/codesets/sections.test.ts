import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addStrings,
  packSections,
  readStrings,
  type SectionArray,
  type Sections,
  SectionsError,
  unpackSections,
} from './sections.ts';

function someSections(): Sections {
  return new Map<string, SectionArray>([
    ['flags', new Uint8Array([1, 2, 3])],
    ['rows', new Int32Array([-1, 70_000])],
    ['scores', new Float32Array([0.5])],
  ]);
}

test('sections come back as they went in, from any start in a larger buffer', () => {
  const packed = packSections(someSections());
  expect(unpackSections(packed)).toEqual(someSections());
  const shifted = new Uint8Array(packed.length + 3);
  shifted.set(packed, 3);
  expect(unpackSections(shifted.subarray(3))).toEqual(someSections());
});

test.each([0, 7, 20, 60, -1])('a container cut after %d bytes is refused', (length) => {
  expect(() => unpackSections(packSections(someSections()).slice(0, length))).toThrow(SectionsError);
});

test('string tables keep every text, also outside ASCII', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      const sections: Sections = new Map();
      addStrings(sections, 'title', texts);
      const table = readStrings(unpackSections(packSections(sections)), 'title');
      expect(Array.from({ length: table.length }, (_, place) => table.at(place))).toEqual(texts);
      expect(table.at(texts.length)).toBe('');
    }),
  );
});
