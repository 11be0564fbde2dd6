import { readFileSync } from 'node:fs';
import type { IsoDate } from '@superbill/engines/model';
import { z } from 'zod';
import { shippedPath } from '../data-directory.ts';
import { CodeSetError } from './code-set-error.ts';
import { type DownloadOptions, download } from './download.ts';
import { type Gathered, gatherBytes, nothingGathered } from './gather.ts';
import { type ImportOptions, type ImportReport, importGathered } from './import-code-sets.ts';

/** One file as it may be published: addresses in the order in which they are tried. */
export interface Publication {
  what: string;
  /** False for next year's files, which may not be published yet. */
  expected: boolean;
  addresses: string[];
}

export interface PublisherReport {
  imported?: ImportReport;
  /** Nobody answered: there is no network, or it does not lead to the publishers. */
  unreachable: boolean;
  /** Expected publications that could not be had, and why. */
  missing: { what: string; problem: string }[];
}

export interface PublisherOptions extends ImportOptions {
  today: IsoDate;
  /** How long to wait for the first answer of anybody before the network counts as absent. */
  patienceMs?: number;
  /** Where an address really leads; for a mirror within the organization, and for tests. */
  mirror?: (address: string) => string;
}

const addressTable = z.array(
  z.strictObject({
    what: z.string(),
    every: z.enum(['fiscal-year', 'quarter']),
    addresses: z.array(z.string().startsWith('https://')),
  }),
);

const quarterMonths = ['january', 'april', 'july', 'october'];

/** What is published for the fiscal year of a day and for the next one, and for the quarter of the day. */
export function publicationsFor(today: IsoDate): Publication[] {
  const table = addressTable.parse(
    JSON.parse(readFileSync(shippedPath('publishers', 'addresses.json'), 'utf8')),
  );
  const calendarYear = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const fiscalYear = month >= 10 ? calendarYear + 1 : calendarYear;
  const quarter = quarterMonths[Math.floor((month - 1) / 3)] ?? '';
  const fill = (address: string, year: number) =>
    address
      .replaceAll('{year}', String(year))
      .replaceAll('{yy}', String(year).slice(2))
      .replaceAll('{month}', quarter)
      .replaceAll('{calendarYear}', String(calendarYear));
  return table.flatMap(({ what, every, addresses }) => {
    if (every === 'quarter') {
      return {
        what: `${what} ${quarter} ${calendarYear}`,
        expected: true,
        addresses: addresses.map((address) => fill(address, calendarYear)),
      };
    }
    return [fiscalYear, fiscalYear + 1].map((year) => ({
      what: `${what} FY${year}`,
      expected: year === fiscalYear,
      addresses: addresses.map((address) => fill(address, year)),
    }));
  });
}

/**
 * Downloads what the publishers have for today and imports it. Gives up when nobody answers within
 * three seconds; a file that is missing, moved or damaged is reported and does not hold up the others.
 */
export async function importFromPublishers(options: PublisherOptions): Promise<PublisherReport> {
  const { onProgress, today, patienceMs = 3000, mirror } = options;
  onProgress?.('Asking CDC and CMS for their code sets');
  const silence = new AbortController();
  const patience = setTimeout(
    () => silence.abort(new Error(`nobody answered within ${patienceMs / 1000} s`)),
    patienceMs,
  );
  let unreachable = true;
  const onAnswer = () => {
    unreachable = false;
    clearTimeout(patience);
  };
  const tries = publicationsFor(today).map(({ what, expected, addresses }) =>
    firstOf(mirror ? addresses.map(mirror) : addresses, {
      signal: silence.signal,
      onAnswer,
      inHouse: mirror !== undefined,
    }).then(
      (file) => ({ what, expected, file }),
      (error: unknown) => ({
        what,
        expected,
        problem: error instanceof Error ? error.message : String(error),
      }),
    ),
  );
  const answers = await Promise.all(tries);
  clearTimeout(patience);

  const gathered = nothingGathered();
  const missing: PublisherReport['missing'] = [];
  for (const answer of answers) {
    if (!('problem' in answer))
      missing.push(...(await gatherOne(answer.what, answer.file, options, gathered)));
    else if (answer.expected) missing.push({ what: answer.what, problem: answer.problem });
  }
  if (gathered.files.length === 0) return { unreachable, missing };
  return { imported: await importGathered(gathered, options), unreachable, missing };
}

type Downloaded = Awaited<ReturnType<typeof download>>;

async function firstOf(addresses: readonly string[], options: DownloadOptions): Promise<Downloaded> {
  let last: unknown = new CodeSetError('codes.unreadable', 'it has no address');
  for (const address of addresses) {
    try {
      return await download(address, options);
    } catch (error) {
      last = error;
      if (options.signal?.aborted) break;
    }
  }
  throw last;
}

/** Adds a downloaded file to what is to be imported; answers why not, where it is not what it should be. */
async function gatherOne(
  what: string,
  { name, bytes }: Downloaded,
  options: ImportOptions,
  into: Gathered,
): Promise<PublisherReport['missing']> {
  const own = nothingGathered();
  await gatherBytes(name, bytes, options, own);
  const problems = own.refused.map(({ name: refused, problem }) => `${refused}: ${problem}`);
  if (problems.length === 0 && own.files.length === 0) {
    problems.push(own.skipped[0]?.reason ?? 'the archive holds no code set');
  }
  if (problems.length > 0) return problems.map((problem) => ({ what, problem }));
  into.files.push(...own.files);
  into.skipped.push(...own.skipped);
  return [];
}
