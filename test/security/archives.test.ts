import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CodeSetError } from '@superbill/server/codesets/code-set-error';
import { importCodeSets } from '@superbill/server/codesets/import-code-sets';
import { loadStarter } from '@superbill/server/codesets/starter';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tarWith } from '../tar-writer.ts';
import { zipWith } from '../zip-writer.ts';
import { type HostileArchive, hostileTars, hostileZips, order, packedGigabyte } from './hostile-archives.ts';
import { traversalForms } from './traversal-forms.ts';

// Everything that unfolds an archive is `superbill codes import`: what is imported comes from outside, by hand or by
// download. A backup is sealed, so that only who holds its key can write one; its names are tried all the same.

const starter = loadStarter();
let root = '';
let home = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'superbill-archives-'));
  home = join(root, 'a', 'b', 'c', 'd', 'e', 'f');
  await mkdir(join(home, 'files'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Every file and folder below the sandbox, with what is in it. */
async function everything(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    found[path] = entry.isFile() ? (await readFile(path)).toString('base64').slice(0, 64) : 'a folder';
  }
  return found;
}

/** Imports bytes; answers the refusal, after which nothing may be otherwise than before. */
async function refusalOf(name: string, bytes: Uint8Array): Promise<CodeSetError> {
  const path = join(home, 'files', name);
  await writeFile(path, bytes);
  const before = await everything();
  const error = await importCodeSets([path], { directory: join(home, 'codesets'), starter }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(await everything()).toEqual(before);
  if (!(error instanceof CodeSetError)) throw new Error(`expected a refusal, not ${error}`);
  return error;
}

function isClear(error: CodeSetError, name: string, told: string): void {
  expect(error.message).toContain(name);
  expect(error.message).toContain(told);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not reach a terminal
  expect(error.message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(error.message).toMatch(/import again|Expected/);
  expect(error.message.length).toBeLessThan(2_000);
}

const zips = hostileZips();
const tars = hostileTars();

test('more than fifty archives of each of them are tried', () => {
  expect(new Set([...zips, ...tars].map(([does]) => does)).size).toBeGreaterThan(75);
});

describe('a zip archive that', () => {
  test.each(zips)('%s is refused', async (_does, bytes, told) => {
    isClear(await refusalOf('codes-2026.zip', bytes), 'codes-2026.zip', told);
  });

  test('is cut at any byte is refused', async () => {
    const whole = zipWith([{ name: 'icd10cm-order-2026.txt', content: order }]);
    for (let length = 4; length < whole.length; length += 7)
      expect((await refusalOf('codes-2026.zip', whole.subarray(0, length))).code).toMatch(/^codes\./);
  });
});

describe('a tar archive that', () => {
  test.each(tars)('%s is refused', async (_does, bytes, told) => {
    isClear(await refusalOf('codes.tar.gz', gzipSync(bytes)), 'codes.tar.gz', told);
  });

  test('is cut at any block is refused', async () => {
    const whole = tarWith([{ name: 'order-2026.txt', content: order }]);
    for (let length = 512; length < whole.length - 1024; length += 256)
      expect((await refusalOf('codes.tar.gz', gzipSync(whole.subarray(0, length)))).code).toMatch(/^codes\./);
  });
});

const packed = gzipSync(order);
/** The gzip file with other bytes at a place from its end. */
const ending = (from: number, ...bytes: number[]) =>
  Buffer.concat([
    packed.subarray(0, packed.length - from),
    Buffer.from(bytes),
    packed.subarray(packed.length - from + bytes.length),
  ]);
const gzips: HostileArchive[] = [
  [
    'unfolds to a gigabyte',
    Buffer.concat([packed.subarray(0, 10), packedGigabyte(), Buffer.alloc(8)]),
    '200 times',
  ],
  ['has a checksum that is wrong', ending(8, 1, 2, 3, 4), 'checksum'],
  ['says another size', ending(4, 1, 0, 0, 0), 'checksum'],
  ['is cut in its content', packed.subarray(0, 60), 'order-2026.txt.gz'],
  ['is cut in its end', packed.subarray(0, -3), 'order-2026.txt.gz'],
  ['is nothing but a head', packed.subarray(0, 10), 'cut short'],
  ['is two files in one', Buffer.concat([packed, packed]), 'checksum'],
  ['is packed twice', gzipSync(packed), 'not a code set'],
];
test.each(gzips)('a gzip file that %s is refused', async (_does, bytes, told) => {
  isClear(await refusalOf('order-2026.txt.gz', bytes), 'order-2026.txt', told);
});

describe('a name that leads out of its folder', () => {
  const forms = traversalForms(['order-2026.txt', 'etc/passwd', '.ssh/authorized_keys']).filter(
    (form) => form.length < 100,
  );
  const climbing = /^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/;

  test('is tried in hundreds of forms', () => expect(forms.length).toBeGreaterThan(300));

  test.each([
    ['zip', 'codes-2026.zip', (name: string) => zipWith([{ name, content: order }])],
    ['tar', 'codes-2026.tar.gz', (name: string) => gzipSync(tarWith([{ name, content: order }]))],
  ])(
    'is refused in a %s archive, or is a label and no more',
    async (_kind, archive, archiveOf) => {
      for (const form of forms.filter((form, index) => climbing.test(form) || index % 10 === 0)) {
        if (climbing.test(form)) isClear(await refusalOf(archive, archiveOf(form)), archive, form);
        else {
          const path = join(home, 'files', archive);
          await writeFile(path, archiveOf(form));
          const before = await everything();
          await importCodeSets([path], { directory: join(home, 'codesets'), starter }).catch(
            (error: unknown) => expect(error).toBeInstanceOf(CodeSetError),
          );
          const added = Object.keys(await everything()).filter((each) => !(each in before));
          expect(added.filter((each) => !each.startsWith(join(home, 'codesets')))).toEqual([]);
          await rm(join(home, 'codesets'), { recursive: true, force: true });
        }
      }
    },
    60_000,
  );
});
