import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type EditionStore, openEditionStore } from '@superbill/server/codesets/edition-store';
import { howToImport } from '@superbill/server/codesets/in-use';
import { loadStarter } from '@superbill/server/codesets/starter';
import type { CodeSetMessage } from './code-set-worker.ts';

export interface CodeSets {
  store: EditionStore;
  /** Waits until the search for code sets ended or the first full edition can be used, but not for ever. */
  settled(): Promise<void>;
  /** Which code sets are in use and what could not be had, a line each. */
  lines(): string[];
  stop(): Promise<void>;
}

/** How long after its beginning a start may wait for a first full edition; the import goes on behind it. */
const patienceMs = 18_000;

/**
 * Looks for code sets in a thread of its own, since importing a full edition takes longer than people wait.
 * Until the first one is there the starter set answers; a running server sees new editions at once.
 */
export function bringCodeSets(data: string, onProgress: (message: string) => void): CodeSets {
  const directory = join(data, 'codesets');
  const store = openEditionStore(directory, loadStarter());
  const problems: string[] = [];
  let working = true;
  const until = performance.now() + patienceMs;
  onProgress('Looking for code sets');
  const worker = new Worker(new URL('../code-set-worker.mjs', import.meta.url), {
    workerData: { directory },
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('message', (message: CodeSetMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else problems.push(...message.problems);
    });
    worker.on('error', (error) => problems.push(`Code sets could not be imported: ${error.message}`));
    worker.on('exit', () => {
      working = false;
      resolve();
    });
  });
  const full = () => store.listEditions().some((edition) => edition.system === 'icd10cm' && !edition.starter);
  return {
    store,
    async settled() {
      while (working && !full() && performance.now() < until) {
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))]);
      }
    },
    lines() {
      const editions = store.listEditions();
      const hint = editions.some((edition) => edition.starter) && !working ? [howToImport] : [];
      const busy = working
        ? ['Code sets are still being imported; each edition serves as soon as it is ready.']
        : [];
      return [
        ...problems,
        ...store.problems(),
        ...editions.map(describe),
        ...describeLists(store),
        ...busy,
        ...hint,
      ];
    },
    async stop() {
      if (working) await worker.terminate();
    },
  };
}

function describeLists(store: EditionStore): string[] {
  const names = new Set(store.lists.summaries().map(({ name }) => name));
  return names.size === 0 ? [] : [`Code lists: ${[...names].join(', ')}.`];
}

function describe(edition: ReturnType<EditionStore['listEditions']>[number]): string {
  const name = { icd10cm: 'ICD-10-CM', icd10pcs: 'ICD-10-PCS', hcpcs: 'HCPCS Level II', cpt: 'CPT' }[
    edition.system
  ];
  const set = edition.starter ? `the starter set (${edition.edition})` : edition.edition;
  return `Code set: ${name}, ${set}, ${edition.codes.toLocaleString('en-US')} billable codes.`;
}
