import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const web = fileURLToPath(new URL('.', import.meta.url));
const house = fileURLToPath(new URL('..', import.meta.url));

/** What the built screens are made of; a start builds again only when one of these changed. */
const sources = ['web', 'contract/src', 'engines/src', 'package-lock.json'];

export interface BuildWebOptions {
  /** The folder the server serves; replaced whole once the build has succeeded. */
  outDir: string;
  onProgress?: (message: string) => void;
}

/** Builds the screens beside `outDir` and swaps them in, so that an interrupted build leaves the old ones. */
export async function buildWeb({ outDir, onProgress }: BuildWebOptions): Promise<void> {
  const draft = `${outDir}.${process.pid}`;
  const old = `${outDir}.old-${process.pid}`;
  onProgress?.('Building the screens');
  const { NODE_ENV } = process.env;
  // Vite takes the kind of React from here; who starts or tests the system gets the one that people work with.
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: web,
      configFile: join(web, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: draft, emptyOutDir: true },
    });
    if (existsSync(outDir)) renameSync(outDir, old);
    renameSync(draft, outDir);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
    rmSync(draft, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  onProgress?.('The screens are built');
}

/** A hash of every source file that ends up in the screens: equal keys, equal screens. */
export function webKey(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesOf(join(house, source))).sort()) {
    hash.update(relative(house, file).split(sep).join('/')).update('\0');
    hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return entry.name === 'node_modules' || entry.name === 'dist' ? [] : filesOf(join(path, entry.name));
    return /\.test\.tsx?$|\.md$/.test(entry.name) ? [] : [join(path, entry.name)];
  });
}
