import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readText } from './read-text.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cli-text-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function read(bytes: Uint8Array | string) {
  const file = 'file.txt';
  await writeFile(join(home, file), bytes);
  return readText({ input: (async function* () {})() }, join(home, file));
}

const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from('Ménière\r\ngout')],
  ['UTF-8 with a mark', Buffer.from('\uFEFFMénière\r\ngout')],
  ['UTF-16, low byte first', Buffer.from('\uFEFFMénière\r\ngout', 'utf16le')],
  ['UTF-16, high byte first', swapped('\uFEFFMénière\r\ngout')],
])('%s is read', async (_, bytes) => {
  expect(await read(bytes)).toBe('Ménière\r\ngout');
});

test('an empty text, tabs and a page break are fine', async () => {
  expect(await read('')).toBe('');
  expect(await read('\tgout\f\n')).toBe('\tgout\f\n');
});

test.each([
  ['a NUL', Buffer.from('gout\0')],
  ['UTF-16 without a mark', Buffer.from('gout', 'utf16le')],
  ['bytes that are not UTF-8', Buffer.from([0x67, 0x6f, 0xff, 0x75, 0x74])],
  ['many control characters', Buffer.from('\u0001\u0002gout\u0003')],
  ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x67])],
])('%s is not a text', async (_, bytes) => {
  await expect(read(bytes)).rejects.toThrow('is not a text');
});

test('standard input is judged alike', async () => {
  const piece = (bytes: Uint8Array) =>
    (async function* () {
      yield bytes.subarray(0, 2);
      yield bytes.subarray(2);
    })();
  expect(await readText({ input: piece(Buffer.from('Mé')) }, '-')).toBe('Mé');
  await expect(readText({ input: piece(Buffer.from([1, 2, 3, 0])) }, '-')).rejects.toThrow('Standard input');
});
