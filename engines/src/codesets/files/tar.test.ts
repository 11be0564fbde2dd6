import { expect, test } from 'vitest';
import { tarOf } from '../../../../test/code-files.ts';
import { decodeText } from './read.ts';
import { isTar, listTar } from './tar.ts';

const two = tarOf({ 'a.fsh': 'one', 'folder/b.fsh': 'two'.repeat(300) });

function problemOf(bytes: Uint8Array): string {
  const read = listTar(bytes);
  return read.ok ? '' : read.problem;
}

test('the files of an archive are listed with what they hold', () => {
  const read = listTar(two);
  expect(isTar(two)).toBe(true);
  expect(read.ok && read.value.map(({ name, content }) => [name, decodeText(content).length])).toEqual([
    ['a.fsh', 3],
    ['folder/b.fsh', 900],
  ]);
});

test('folders and notes of the archiver are no files', () => {
  for (const type of ['5', 'x', 'g', 'L']) {
    expect(listTar(tarOf({ 'a/': '' }, type))).toEqual({ ok: true, value: [] });
  }
});

test.each([
  ['a link', tarOf({ 'a.fsh': '' }, '2'), 'link'],
  ['a device', tarOf({ 'a.fsh': '' }, '3'), 'device'],
  ['a path that climbs out', tarOf({ '../a.fsh': 'x' }), 'leaves it'],
  ['a path from the root', tarOf({ '/etc/a.fsh': 'x' }), 'leaves it'],
  ['no end', two.subarray(0, 1024), 'cut short'],
  ['half a member', two.subarray(0, 1700), 'cut short'],
  ['a changed header', two.map((byte, at) => (at === 3 ? byte + 1 : byte)), 'checksum'],
])('an archive with %s is refused', (_, bytes, expected) => {
  expect(problemOf(bytes)).toContain(expected);
});

test('a size that is not true reaches no byte beyond the archive', () => {
  const bytes = Buffer.from(tarOf({ 'a.fsh': 'x' }));
  bytes.write('77777777777', 124);
  bytes.write('        ', 148);
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0`, 148);
  expect(problemOf(bytes)).toContain('cut short');
});
