import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOf } from '../../../../test/code-files.ts';
import { gunzip, inflate } from './inflate.ts';
import { listZip } from './zip.ts';

const text = 'Blue fever with spots. '.repeat(20);

/** What reading every member of an archive answers: contents by name, or the first problem. */
function unzip(bytes: Uint8Array): Record<string, string> | string {
  const members = listZip(bytes);
  if (!members.ok) return members.problem;
  const contents: Record<string, string> = {};
  for (const member of members.value) {
    const content = member.read();
    if (!content.ok) return content.problem;
    contents[member.name] = new TextDecoder().decode(content.value);
  }
  return contents;
}

/** Changes a field of the first entry in the list of members. */
function patched(bytes: Uint8Array, offset: number, value: number, width: 2 | 4): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  let at = copy.length - 46;
  while (at >= 0 && view.getUint32(at, true) !== 0x02014b50) at -= 1;
  if (width === 2) view.setUint16(at + offset, value, true);
  else view.setUint32(at + offset, value, true);
  return copy;
}

test('packed and stored members come out whole, folders are left out', () => {
  const zip = zipSync({
    'a.txt': strToU8(text),
    folder: { 'b.txt': [strToU8('b'), { level: 0 }] },
    'empty/': new Uint8Array(),
  });
  expect(unzip(zip)).toEqual({ 'a.txt': text, 'folder/b.txt': 'b' });
});

const one = zipOf({ 'a.txt': text });
test.each([
  ['a path that climbs out', zipOf({ '../../etc/a.txt': 'x' }), 'leaves it'],
  ['an absolute path', zipOf({ '/etc/a.txt': 'x' }), 'leaves it'],
  ['a drive', zipOf({ 'C:\\a.txt': 'x' }), 'leaves it'],
  ['a climb with backslashes', zipOf({ 'a\\..\\..\\b.txt': 'x' }), 'leaves it'],
  ['a link', patched(one, 40, 0o120777, 2), 'a link'],
  ['a pipe', patched(one, 40, 0o010644, 2), 'a device'],
  ['encryption', patched(one, 8, 1, 2), 'encrypted'],
  ['another packing in its list', patched(one, 10, 99, 2), 'damaged at'],
  ['a size that is too small', patched(one, 24, 3, 4), 'damaged at'],
  ['a size that is too large', patched(one, 24, 5000, 4), 'damaged at'],
  ['a size of two gigabytes', patched(one, 24, 2 ** 31, 4), '200 times'],
  ['another checksum in its list', patched(one, 16, 1, 4), 'damaged at'],
  ['a cut', one.slice(0, -10), 'cut short'],
  ['a lost beginning', patched(one, 42, 10_000, 4), 'damaged at'],
  ['a bomb', zipOf({ 'bomb.txt': new Uint8Array(5_000_000) }), '200 times'],
])('an archive with %s is refused', (_, zip, expected) => {
  expect(unzip(zip)).toContain(expected);
});

test('a damaged archive is refused or gives what was packed, and never throws', () => {
  fc.assert(
    fc.property(fc.nat(one.length - 1), fc.nat(255), (at, byte) => {
      const copy = Uint8Array.from(one);
      copy[at] = byte;
      const found = unzip(copy);
      if (typeof found !== 'string') for (const content of Object.values(found)) expect(content).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('gzip is proven by its checksum', () => {
  const packed = gzipSync(strToU8(text));
  const good = gunzip(packed);
  expect(good.ok && new TextDecoder().decode(good.value)).toBe(text);
  const damaged = Uint8Array.from(packed);
  damaged[damaged.length - 6] = (damaged[damaged.length - 6] ?? 0) ^ 1;
  for (const bad of [
    damaged,
    packed.slice(0, -12),
    packed.slice(0, 12),
    gzipSync(new Uint8Array(9_000_000)),
  ]) {
    expect(gunzip(bad).ok).toBe(false);
  }
});

test('unfolding stops at the cap it is given', () => {
  expect(inflate(strToU8('not packed at all')).ok).toBe(false);
});
