import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDate } from '@superbill/engines/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hcpcsFile, orderFile, tabularXml, tinyCodes, zipOf } from '../../../test/code-files.ts';
import { openEditionStore } from './edition-store.ts';
import { type FindOptions, findCodeSets, splitNames } from './find-code-sets.ts';
import { importCodeSets } from './import-code-sets.ts';
import { importFromPublishers, publicationsFor } from './publishers.ts';
import type { StarterSource } from './starter.ts';

const starter: StarterSource = {
  set: { rows: [], categories: [] },
  vocabulary: { words: [], phrases: [], abbreviations: [] },
  edition: 'starter',
  effectiveFrom: isoDate('2025-10-01'),
  sha256: 'none',
};
const today = isoDate('2026-01-15');

let home = '';
let options: FindOptions = { directory: '', starter, today };
let server: Server | undefined;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'find-'));
  options = { directory: join(home, 'codesets'), starter, today };
});
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  await rm(home, { recursive: true, force: true });
});

/** A publisher on this machine; answers the address that stands for it. */
async function publisher(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => {
    server?.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers with the file whose name stands in the address, and 404 for others. */
function serving(files: Record<string, Uint8Array | string>): RequestListener {
  return (request, response) => {
    const found = Object.entries(files).find(([name]) =>
      decodeURIComponent(request.url ?? '').includes(name),
    );
    if (!found) response.writeHead(404);
    response.end(found?.[1] ?? 'not here');
  };
}

const at = (host: string) => (address: string) => address.replace(/^https:\/\/[^/]+/, host);
const codesZip = zipOf({ 'icd10cm_order_2026.txt': orderFile(tinyCodes) });

test('what is published depends on the day', () => {
  const what = (day: string) =>
    publicationsFor(isoDate(day))
      .filter(({ expected }) => expected)
      .map((file) => file.what);
  expect(what('2026-09-30')).toContain('ICD-10-CM codes FY2026');
  expect(what('2026-10-01')).toContain('ICD-10-CM codes FY2027');
  expect(what('2026-04-01')).toContain('HCPCS codes april 2026');
  const addresses = publicationsFor(isoDate('2026-04-01')).flatMap((file) => file.addresses);
  expect(addresses).toContain('https://www.cms.gov/files/zip/2026-code-descriptions-tabular-order.zip');
  expect(addresses).toContain('https://www.cms.gov/files/zip/april-2026-alpha-numeric-hcpcs-file.zip');
  expect(new Set(addresses.map((address) => new URL(address).host))).toEqual(
    new Set(['www.cms.gov', 'ftp.cdc.gov']),
  );
});

describe('the publishers', () => {
  test('are asked for each file, at its next address where the first has moved', async () => {
    const host = await publisher(
      serving({
        'icd10cm-Code Descriptions-2026': codesZip,
        'icd10cm-table and index-2026': zipOf({ 'icd10cm-tabular-2026.xml': tabularXml() }),
        'january-2026-alpha': zipOf({ 'HCPC2026_JAN_ANWEB.txt': hcpcsFile() }),
      }),
    );
    const report = await importFromPublishers({ ...options, mirror: at(host) });
    expect(report.imported?.built.map(({ system, edition }) => `${system} ${edition}`)).toEqual([
      'hcpcs 2026-01',
      'icd10cm FY2026',
    ]);
    expect(report.missing.map(({ what }) => what)).toEqual([
      'POA-exempt list FY2026',
      'Categories of risk adjustment FY2026',
      'ICD-10-PCS codes FY2026',
      'ICD-10-PCS tables and index FY2026',
    ]);
    expect(report.missing[0]?.problem).toContain('the address may have changed');
    expect(report.missing[0]?.problem).toContain('superbill codes import FILE');
  });

  test.each([
    ['a web page', '<!DOCTYPE html><html>License</html>', 'web page'],
    ['half an archive', codesZip.slice(0, 200), 'cut short'],
  ])('that send %s hold up no other file', async (_, content, expected) => {
    const host = await publisher(
      serving({ '2026-code-descriptions': codesZip, POAexemptCodesFY26: content }),
    );
    const report = await importFromPublishers({ ...options, mirror: at(host) });
    expect(report.imported?.built).toHaveLength(1);
    expect(report.missing.find(({ what }) => what.startsWith('POA'))?.problem).toContain(expected);
  });

  test('that lead to another host are not followed, on their own host they are', async () => {
    const host = await publisher((request, response) => {
      const url = request.url ?? '';
      if (url.includes('icd-10-pcs'))
        response.writeHead(302, { location: 'http://example.org/file.zip' }).end();
      else if (url.includes('2026-code-descriptions'))
        response.writeHead(302, { location: '/moved.zip' }).end();
      else if (url === '/moved.zip') response.end(codesZip);
      else response.writeHead(302, { location: url }).end();
    });
    const report = await importFromPublishers({ ...options, mirror: at(host) });
    expect(report.imported?.built).toHaveLength(1);
    expect(report.missing.find(({ what }) => what.includes('PCS'))?.problem).toContain(
      'another host (example.org)',
    );
    expect(report.missing.find(({ what }) => what.includes('POA'))?.problem).toContain('without end');
  });

  test('that do not answer are given up', async () => {
    const host = await publisher(() => undefined);
    const started = performance.now();
    const report = await importFromPublishers({ ...options, mirror: at(host), patienceMs: 200 });
    expect(report).toMatchObject({ unreachable: true });
    expect(report.imported).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('at a start', () => {
  const order = async () => {
    const path = join(home, 'order-2026.txt');
    await writeFile(path, orderFile(tinyCodes));
    return path;
  };

  test('what the user names comes first, and is imported once', async () => {
    const named = await order();
    expect(await findCodeSets({ ...options, named })).toEqual({ from: 'named', problems: [] });
    expect(await findCodeSets({ ...options, named })).toEqual({ from: 'imported', problems: [] });
    expect(openEditionStore(options.directory).listEditions()).toHaveLength(1);
  });

  test('a named address is downloaded', async () => {
    const host = await publisher(serving({ 'codes-2026.zip': codesZip }));
    expect(await findCodeSets({ ...options, named: `${host}/codes-2026.zip` })).toEqual({
      from: 'named',
      problems: [],
    });
  });

  test('a name that leads nowhere is told, and the next source is used', async () => {
    await importCodeSets([await order()], options);
    const found = await findCodeSets({ ...options, named: join(home, 'nowhere') });
    expect(found.from).toBe('imported');
    expect(found.problems.join()).toContain('nowhere');
  });

  test('the publishers are asked when nothing is at hand', async () => {
    const host = await publisher(serving({ '2026-code-descriptions': codesZip }));
    const found = await findCodeSets({ ...options, publishers: { mirror: at(host) } });
    expect(found.from).toBe('publishers');
    expect((await findCodeSets(options)).from).toBe('imported');
  });

  test('without a network there is the starter set, and the network is tried once', async () => {
    let asked = 0;
    const publishers = {
      patienceMs: 200,
      mirror: () => {
        asked += 1;
        return 'http://127.0.0.1:1/';
      },
    };
    const found = await findCodeSets({ ...options, publishers });
    expect(found.from).toBe('starter');
    expect(found.problems).toEqual([expect.stringContaining('cannot be reached')]);
    const before = asked;
    expect(await findCodeSets({ ...options, publishers })).toEqual({ from: 'starter', problems: [] });
    expect(asked).toBe(before);
  });

  test('nobody is asked where the user does not want it', async () => {
    expect(await findCodeSets({ ...options, online: false })).toEqual({ from: 'starter', problems: [] });
  });
});

test.each([
  ['/a/b:/c', ['/a/b', '/c']],
  ['/a, https://www.cms.gov/x.zip', ['/a', 'https://www.cms.gov/x.zip']],
  ['http://127.0.0.1:8080/x.zip:/b', ['http://127.0.0.1:8080/x.zip', '/b']],
  ['', []],
])('%j names %j', (named, names) => {
  expect(splitNames(named)).toEqual(names);
});
