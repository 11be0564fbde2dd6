import { statSync } from 'node:fs';
import { join } from 'node:path';
import { machineClock } from '@superbill/server/clock';
import { type EditionStore, openEditionStore } from '@superbill/server/codesets/edition-store';
import { findCodeSets } from '@superbill/server/codesets/find-code-sets';
import { loadStarter } from '@superbill/server/codesets/starter';
import { dataDirectory } from '@superbill/server/data-directory';
import type { Terminal } from './terminal.ts';

export function codeSetDirectory(data?: string): string {
  return join(dataDirectory(data), 'codesets');
}

/**
 * The code sets for a command that only reads: what is imported, else what `SUPERBILL_CODESETS` names, else what the
 * publishers have (asked once; never with `SUPERBILL_OFFLINE`), else the starter set. A data directory that is named and
 * not there may be new, as in a script that names its code sets too, or mistyped: it is said.
 */
export async function openCodeSets(terminal: Terminal, options: { data?: string }): Promise<EditionStore> {
  if (options.data && !statSync(options.data, { throwIfNoEntry: false })?.isDirectory())
    terminal.err(
      `There is no data directory ${options.data} yet; nothing that was imported elsewhere is used.`,
    );
  const directory = codeSetDirectory(options.data);
  const starter = loadStarter();
  const { problems } = await findCodeSets({
    directory,
    starter,
    named: process.env.SUPERBILL_CODESETS,
    today: machineClock.today(),
    online: !process.env.SUPERBILL_OFFLINE,
    keepWords: true,
    onProgress: (message) => terminal.err(`${message} …`),
  });
  const store = openEditionStore(directory, starter);
  for (const problem of [...problems, ...store.problems()]) terminal.err(problem);
  return store;
}
