import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodeSetError } from '@superbill/server/codesets/code-set-error';
import { importCodeSets } from '@superbill/server/codesets/import-code-sets';
import { loadStarter } from '@superbill/server/codesets/starter';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { orderFile, tinyCodes } from '../code-files.ts';
import { fetchingXml, swellingXml } from './hostile-xml.ts';

// XML is read of the official files alone (`superbill codes import`): the tabular list, the indexes, the tables.

const starter = loadStarter();
const calls: string[] = [];
const listener = createServer((socket) => {
  calls.push(String(socket.remoteAddress));
  socket.destroy();
});
await new Promise<void>((listening) => {
  listener.listen(0, '127.0.0.1', listening);
});
const { port } = listener.address() as { port: number };
const address = `http://127.0.0.1:${port}/fetched`;

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'superbill-xml-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));
let own: string[] = [];
beforeAll(() => {
  own = Object.getOwnPropertyNames(Object.prototype);
});
afterAll(() => new Promise((closed) => listener.close(closed)));

/** Imports a file beside the codes it belongs to: the refusal, or everything that is kept of it as one text. */
async function taken(content: string | Uint8Array): Promise<CodeSetError | string> {
  const directory = join(home, 'codesets');
  const paths = [join(home, 'order-2026.txt'), join(home, 'tabular-2026.xml')] as const;
  await writeFile(paths[0], orderFile(tinyCodes));
  await writeFile(paths[1], content);
  try {
    await importCodeSets(paths, { directory, starter });
  } catch (error) {
    if (!(error instanceof CodeSetError)) throw error;
    expect(existsSync(directory)).toBe(false);
    return error;
  }
  const kept = await readdir(join(directory, 'icd10cm'));
  return kept.map((name) => readFileSync(join(directory, 'icd10cm', name), 'latin1')).join('');
}

const fetching = fetchingXml(address);
const swelling = swellingXml();

test('a hundred files are tried', () => {
  expect(new Set([...fetching, ...swelling].map(([does]) => does)).size).toBeGreaterThanOrEqual(100);
});

describe('an XML file that', () => {
  test.each(fetching)('%s fetches nothing', async (_does, content) => {
    const answer = await taken(content);
    const told = answer instanceof CodeSetError ? answer.message : answer;
    expect(told).not.toMatch(/root:.*:0:0:/);
    expect(calls).toEqual([]);
    if (/<!DOCTYPE|<!ENTITY/.test(String(content))) expect(told).toContain('document type');
  });

  test.each(swelling)('%s is refused or read as text', async (_does, content) => {
    const answer = await taken(content);
    if (answer instanceof CodeSetError) {
      expect(answer.message).toContain('tabular-2026.xml');
      expect(answer.message.length).toBeLessThan(2_000);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not reach a terminal
      expect(answer.message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    } else {
      // As many bytes as were given, and a fixed room for the edition and its index.
      expect(answer.length).toBeLessThan(20 * content.length + 4_000_000);
      expect(answer).not.toContain('[object Object]');
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
    expect(({} as Record<string, unknown>).note).toBeUndefined();
  });

  test('would be heard of if it fetched', async () => {
    await new Promise((closed) => connect(port, '127.0.0.1').resume().once('close', closed));
    expect(calls).toHaveLength(1);
  });
});
