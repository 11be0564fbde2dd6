import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IsoDate } from '@superbill/engines/model';
import { type EditionInForce, openEditionStore } from '@superbill/server/codesets/edition-store';
import { importCodeSets } from '@superbill/server/codesets/import-code-sets';
import { loadStarter, type StarterSource } from '@superbill/server/codesets/starter';
import { hasShared, sharedPath } from '../test/shared.ts';

/**
 * `official`: the newest official files and our own vocabulary; `official-only`: the same without the
 * starter set's terms; `starter`: the starter set alone.
 */
export type EditionChoice = 'official' | 'official-only' | 'starter';

const files = [
  'fy2026',
  'fy2026-april-xml',
  'fy2025-index-derived/ICD10CM_2025_Index.csv.gz',
  'fy2021/icd10cm_tabular_2021.xml.gz',
];
const inFiscalYear2026 = '2026-03-01' as IsoDate;
const cache = join(tmpdir(), 'superbill-coding-editions');
const dayMs = 86_400_000;

/**
 * The edition that tests, figures and benchmarks use. It is built once for all of them and again when the
 * code that builds it, our vocabulary or the official files change. Official files are read from
 * `../shared/codesets`; undefined when it is not there.
 */
export async function buildEdition(choice: EditionChoice): Promise<EditionInForce | undefined> {
  if (choice === 'starter') {
    // A folder that does not exist: the starter set is made of what ships, at once.
    return openEditionStore(join(cache, 'none'), loadStarter()).editionFor('icd10cm', inFiscalYear2026);
  }
  if (!hasShared) return undefined;
  const starter = choice === 'official' ? loadStarter() : withoutTerms(loadStarter());
  const inputs = files.map((name) => sharedPath('codesets', 'icd10cm', name));
  const directory = join(cache, `${choice}-${fingerprint(inputs, starter)}`);
  if (!existsSync(directory)) await build(directory, inputs, starter);
  return openEditionStore(directory).editionFor('icd10cm', inFiscalYear2026);
}

/** Builds beside the place and moves there, so that nobody ever opens half an edition. */
async function build(directory: string, inputs: string[], starter: StarterSource): Promise<void> {
  const draft = `${directory}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  await importCodeSets(inputs, { directory: draft, starter });
  try {
    renameSync(draft, directory);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was quicker; its edition is made of the same.
    if (!existsSync(directory)) throw error;
  }
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (path !== directory && age > dayMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Of all that an edition is made by and of; official files by name, size and time, as they are large. */
function fingerprint(inputs: readonly string[], starter: StarterSource): string {
  const hash = createHash('sha256').update(starter.sha256);
  for (const folder of ['../engines/src/codesets', '../server/src/codesets']) {
    for (const path of filesBelow(fileURLToPath(new URL(folder, import.meta.url)))) {
      if (!path.endsWith('.test.ts')) hash.update(path).update(readFileSync(path));
    }
  }
  for (const path of inputs.flatMap(filesBelow)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 20);
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function withoutTerms(starter: StarterSource): StarterSource {
  return { ...starter, set: { rows: [], categories: [] }, sha256: `${starter.sha256}-without-terms` };
}
