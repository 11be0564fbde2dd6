import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { IsoDate } from '@superbill/engines/model';
import { writeWhole } from './artifact-file.ts';
import { CodeSetError } from './code-set-error.ts';
import { importCodeSets, type RebuildOptions, rebuildEditions } from './import-code-sets.ts';
import { importFromPublishers, type PublisherOptions } from './publishers.ts';
import { listSources } from './sources.ts';
import { keepStarter, loadStarter } from './starter.ts';

export interface FindOptions extends RebuildOptions {
  today: IsoDate;
  /** Folders, files and addresses named by the user: `SUPERBILL_CODESETS`. */
  named?: string | undefined;
  /** Whether to ask the publishers when nothing is at hand. They are asked once, at the first start. */
  online?: boolean;
  publishers?: Pick<PublisherOptions, 'mirror' | 'patienceMs'>;
}

export interface Found {
  /** Where the code sets in use come from. */
  from: 'imported' | 'named' | 'publishers' | 'starter';
  /** What could not be had on the way, one sentence each. */
  problems: string[];
}

/** What was tried before, so that it is tried once. */
interface Looked {
  named: string[];
  publishers: boolean;
}

const lookedName = 'looked.json';

/**
 * Finds code sets at a start, in this order: what the user names and was not imported yet; what is imported;
 * the publishers' own addresses, once; else the starter set. Never fails for want of code sets: it tells.
 */
export async function findCodeSets(options: FindOptions): Promise<Found> {
  await mkdir(options.directory, { recursive: true });
  const found = await look(options);
  if (found.from === 'starter') await keepStarter(options.directory, options.starter ?? loadStarter());
  return found;
}

async function look(options: FindOptions): Promise<Found> {
  const { directory, online = true } = options;
  const looked = readLooked(directory);
  const problems: string[] = [];
  const wanted = splitNames(options.named ?? '').filter((name) => !looked.named.includes(name));
  for (const name of wanted) {
    const problem = await problemOf(() => importCodeSets([name], options));
    if (problem === undefined) looked.named.push(name);
    else problems.push(problem);
  }
  if (wanted.length > 0) await keepLooked(directory, looked);
  const tookNamed = wanted.length > problems.length;
  const sources = listSources(directory);
  if (!tookNamed && sources.length > 0) {
    const problem = await problemOf(() => rebuildEditions(options));
    if (problem !== undefined) problems.push(problem);
  }
  // Code lists alone do not stand in for the code sets that everybody needs.
  if (sources.some(({ kind }) => kind !== 'list'))
    return { from: tookNamed ? 'named' : 'imported', problems };
  if (!online || looked.publishers) return { from: 'starter', problems };
  const { imported, unreachable, missing } = await importFromPublishers({
    ...options,
    ...options.publishers,
  });
  await keepLooked(directory, { ...looked, publishers: true });
  if (unreachable)
    problems.push('CDC and CMS cannot be reached from here, so their code sets were not downloaded.');
  else problems.push(...missing.map(({ what, problem }) => `${what}: ${problem}`));
  return { from: imported ? 'publishers' : 'starter', problems };
}

/** Several names are divided by commas or by what divides paths here; an address keeps its colon. */
export function splitNames(named: string): string[] {
  const divider = delimiter === ':' ? /,|:(?!\/\/)(?!\d+(?:\/|$))/ : /[,;]/;
  return named
    .split(divider)
    .map((name) => name.trim())
    .filter(Boolean);
}

async function problemOf(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (error instanceof CodeSetError) return error.message;
    throw error;
  }
}

function readLooked(directory: string): Looked {
  try {
    return JSON.parse(readFileSync(join(directory, lookedName), 'utf8'));
  } catch {
    // Absent at the first start; if it is damaged, looking again does no harm.
    return { named: [], publishers: false };
  }
}

function keepLooked(directory: string, looked: Looked): Promise<void> {
  return writeWhole(join(directory, lookedName), Buffer.from(`${JSON.stringify(looked)}\n`));
}
