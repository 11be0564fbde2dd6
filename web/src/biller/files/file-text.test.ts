import { expect, test } from 'vitest';
import { textOf } from './file-text.ts';

test.each([
  { name: 'UTF-8', bytes: [0x4d, 0xc3, 0x91], text: 'MÑ' },
  { name: 'Windows-1252', bytes: [0x4d, 0xd1], text: 'MÑ' },
  {
    name: 'a byte order mark, which is the server’s to judge',
    bytes: [0xef, 0xbb, 0xbf, 0x4d],
    text: '\ufeffM',
  },
  { name: 'nothing', bytes: [], text: '' },
])('a file is read as text: $name', async ({ bytes, text }) => {
  expect(await textOf(new Blob([new Uint8Array(bytes)]))).toBe(text);
});
