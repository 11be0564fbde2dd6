import type { HouseRule } from './rule.ts';
import { type Import, readText } from './source-file.ts';

/** What a part of the house may take from; `own` is the same part, `npm` any package that is not ours. */
const mayImport: Record<string, readonly string[]> = {
  'engines/src/model': ['own'],
  'engines/src/*': ['own', 'engines/src/model', 'npm'],
  contract: ['own', 'engines', 'zod'],
  server: ['own', 'engines', 'contract', 'npm', 'node'],
  payer: ['own', 'engines', 'zod', 'node'],
  'web/src': ['own', 'engines', 'contract', 'npm'],
  // The build of the screens runs in Node.
  web: ['own', 'npm', 'node'],
  cli: ['own', 'engines', 'contract', 'server', 'payer', 'web', 'npm', 'node'],
  // Only data: what is code there are its tests.
  data: [],
};

export const whoMayImportWhom: HouseRule = {
  says: 'each part of the house takes only from the parts below it',
  breaks(file) {
    if (file.isTest) return [];
    const part = partOf(file.path);
    const allowed = mayImport[part] ?? mayImport[part.replace(/[^/]+$/, '*')] ?? [];
    return file.imports.flatMap((taken) => {
      const from = takenFrom(taken);
      const isAllowed =
        (from === part && allowed.includes('own')) ||
        allowed.includes(from) ||
        (from.startsWith('engines/') && allowed.includes('engines')) ||
        (from === 'zod' && allowed.includes('npm'));
      return isAllowed ? [] : [`${part} may not import ${taken.name}`];
    });
  },
};

export const relativeInside: HouseRule = {
  says: 'a relative path stays in its package; other packages are imported by name',
  breaks(file) {
    if (file.isTest) return [];
    return file.imports
      .filter(({ path }) => path !== undefined && path.split('/')[0] !== file.workspace)
      .map(({ name }) => `imports ${name} by its path`);
  },
};

export const noTestsInProduct: HouseRule = {
  says: 'the product takes nothing from its tests',
  breaks(file) {
    if (file.isTest) return [];
    return file.imports
      .filter(({ name }) => /\.(test|test-data)\.tsx?$|\/testing\//.test(name) || name.startsWith('vitest'))
      .map(({ name }) => `imports ${name}`);
  },
};

/** Programs for developers inside a package; they take tools from the root's devDependencies. */
const developers = ['server/src/db/describe-tables.ts'];

export const declaredImports: HouseRule = {
  says: 'each package declares what it imports in its own package.json',
  breaks(file) {
    // Tests are never published: they may use whatever some package of the house declares.
    const where = file.isTest ? Object.keys(manifests) : [file.workspace];
    if (developers.includes(file.path)) where.push('.');
    const declared = new Set(where.flatMap((name) => declaredIn(name)));
    const self = ownName(file.workspace);
    return file.imports.flatMap(({ name, path }) => {
      if (path !== undefined || name.startsWith('node:')) return [];
      const dependency = packageOf(name);
      return dependency === self || declared.has(dependency) ? [] : [`${dependency} is not declared`];
    });
  },
};

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifests: Record<string, Manifest> = Object.fromEntries(
  ['.', 'engines', 'contract', 'server', 'payer', 'web', 'cli'].map((folder) => [
    folder,
    JSON.parse(readText(`${folder}/package.json`)) as Manifest,
  ]),
);

function declaredIn(folder: string): string[] {
  const manifest = manifests[folder];
  if (!manifest) return [];
  const { name, dependencies, devDependencies, optionalDependencies } = manifest;
  return [name, ...Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })];
}

function ownName(workspace: string): string | undefined {
  return manifests[workspace]?.name;
}

/** `engines/src/x12`, `web/src`, else the workspace. */
function partOf(path: string): string {
  const engine = /^engines\/src\/[^/]+/.exec(path)?.[0];
  if (engine) return engine;
  return path.startsWith('web/src/') ? 'web/src' : (path.split('/')[0] ?? '');
}

function takenFrom({ name, path }: Import): string {
  if (path !== undefined) return partOf(path);
  if (name.startsWith('node:')) return 'node';
  const ours = /^@superbill\/([^/]+)(?:\/([^/]+))?/.exec(name);
  if (ours) return ours[1] === 'engines' ? `engines/src/${ours[2]}` : (ours[1] ?? '');
  return name === 'zod' ? 'zod' : 'npm';
}

/** `@superbill/engines/model` is `@superbill/engines`; `pg/lib/x` is `pg`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
