import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withoutTools } from '../scripts/sbom.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
const folders = ['.', 'engines', 'contract', 'server', 'payer', 'web', 'cli'];
const manifests = folders.map((folder) => ({
  folder,
  manifest: JSON.parse(read(join(folder, 'package.json'))) as Manifest,
}));
const needed = new Set(
  manifests
    .flatMap(({ manifest }) => Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
    .filter((name) => !name.startsWith('@superbill/')),
);

interface Locked {
  version?: string;
  integrity?: string;
  dev?: boolean;
  link?: boolean;
}
/** Packages of the lock file that an installation may get, by place; those for other machines too. */
const installed = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
).filter(([place, { dev, link }]) => place.includes('node_modules/') && !dev && !link);
const nameAt = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

const page = read('docs/dependencies.md');
const rows = [...page.matchAll(/^\| (`.*`) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
);
const isIn = (row: string, name: string) =>
  row === name || (row.endsWith('/*') && name.startsWith(row.slice(0, -1)));

describe('what the product relies on', () => {
  test.each(manifests)('is pinned exactly in $folder', ({ manifest }) => {
    const all = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });

  test('is told in docs/dependencies.md, each package once', () => {
    const times = (name: string) => rows.filter((row) => isIn(row, name)).length;
    expect([...needed].filter((name) => times(name) !== 1)).toEqual([]);
  });

  test('and nothing that is gone', () => {
    expect(rows.filter((row) => ![...needed].some((name) => isIn(row, name)))).toEqual([]);
    const tools = page.slice(page.indexOf('For development only'), page.indexOf('Considered and left out'));
    const known = new Set(manifests.flatMap(({ manifest }) => Object.keys(manifest.devDependencies ?? {})));
    const told = [...tools.matchAll(/`([^`]+)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => !name.endsWith('/'));
    expect(told.filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !name.startsWith('@types/') && !told.includes(name))).toEqual([]);
  });

  test('is as many packages as the page says, each with its checksum', () => {
    const said = /has (\d+) packages/.exec(page)?.[1];
    expect(Number(said)).toBe(installed.length);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });
});

describe('the bill of materials', () => {
  test('names every package of an installation, ours, and no tool', () => {
    const folder = mkdtempSync(join(tmpdir(), 'superbill-sbom-'));
    try {
      const file = join(folder, 'sbom.json');
      execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/write-sbom.ts'), file], {
        cwd: root,
      });
      const sbom = JSON.parse(readFileSync(file, 'utf8'));
      expect(sbom).toMatchObject({
        bomFormat: 'CycloneDX',
        metadata: { component: { name: 'superbill-house' } },
      });
      const refs = sbom.components.map((component: { 'bom-ref': string }) => component['bom-ref']).sort();
      const ours = folders.slice(1).map((each) => JSON.parse(read(join(each, 'package.json'))));
      const expected = [
        ...installed.map(([place, { version }]) => `${nameAt(place)}@${version}`),
        ...ours.map(({ name, version }) => `${name}@${version}`),
      ];
      expect(refs).toEqual([...new Set(expected)].sort());
      expect(sbom.dependencies.map(({ ref }: { ref: string }) => ref)).toContain('superbill-house@0.1.0');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  test('forgets a tool and what points at it', () => {
    const tool = {
      'bom-ref': 'b@1',
      name: 'b',
      version: '1',
      properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
    };
    const kept = { 'bom-ref': 'a@1', name: 'a', version: '1' };
    const dependencies = [
      { ref: 'a@1', dependsOn: ['b@1'] },
      { ref: 'b@1', dependsOn: [] },
    ];
    expect(
      withoutTools({ metadata: { component: kept }, components: [tool, kept], dependencies }),
    ).toMatchObject({
      components: [kept],
      dependencies: [{ ref: 'a@1', dependsOn: [] }],
    });
  });
});
