import { readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

/** A source file as the architecture sees it: read by a parser, so that no comment or text can mislead. */
export interface SourceFile {
  /** From the root of the repository, with `/`. */
  path: string;
  /** The first folder: `engines`, `contract`, `server` … */
  workspace: string;
  /** Tests and what only tests use may reach further than the product. */
  isTest: boolean;
  imports: Import[];
  program: ReturnType<typeof parseSync>['program'];
}

export interface Import {
  /** As written: `./store.ts`, `node:fs`, `@superbill/engines/model`, `zod`. */
  name: string;
  /** Where a relative import leads, from the root of the repository. */
  path: string | undefined;
  /** By `import()`: loaded when it is wanted, as the screens load their pages. */
  onDemand: boolean;
}

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const workspaces = ['engines', 'contract', 'server', 'payer', 'web', 'cli'];
const others = ['test', 'bench', 'scripts', 'data'];

/** Every source file of the product and its tests. */
export function readSources(): SourceFile[] {
  return [...workspaces, ...others]
    .flatMap((folder) => listFiles(folder))
    .filter((path) => /\.(ts|tsx|mjs|js)$/.test(path))
    .map((path) => parseSource(path, readText(path)));
}

/** The paths of all files and folders under a folder of the repository, but for what is built or installed. */
function listFiles(folder: string): string[] {
  return readdirSync(resolve(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || ['node_modules', 'dist', 'results'].includes(entry.name)) return [];
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

export function readText(path: string): string {
  return readFileSync(resolve(root, path), 'utf8');
}

export function parseSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return {
    path,
    workspace: path.split('/')[0] ?? '',
    isTest: /(\.test|\.test-data|[./]fixture)\.tsx?$|\/testing\/|^(test|bench|scripts)\/|^vitest/.test(path),
    imports: readImports(program).map(({ name, onDemand }) => ({
      name,
      onDemand,
      path: name.startsWith('.') ? posix.join(posix.dirname(path), name) : undefined,
    })),
    program,
  };
}

/** Names of all modules a file takes from: by statement, by call, and in types. */
function readImports(program: SourceFile['program']): Omit<Import, 'path'>[] {
  const imports: Omit<Import, 'path'>[] = [];
  const add = ({ type, source }: { type: string; source: unknown }) => {
    if (
      typeof source === 'object' &&
      source !== null &&
      'value' in source &&
      typeof source.value === 'string'
    )
      imports.push({ name: source.value, onDemand: type === 'ImportExpression' });
  };
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
  }).visit(program);
  return imports;
}
