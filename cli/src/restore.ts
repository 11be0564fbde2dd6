import { mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { readBackupHead } from '@superbill/server/backup/read-backup';
import { noteRun } from '@superbill/server/backup/record';
import { drillRestore, type Restored, restoreBackup } from '@superbill/server/backup/restore';
import { machineClock } from '@superbill/server/clock';
import { dataDirectory } from '@superbill/server/data-directory';
import { openKeyring } from '@superbill/server/keys/keyring';
import { Command } from 'commander';
import { tellFailure } from './backup.ts';
import { readPassphrase } from './passphrase-file.ts';
import { processTerminal, type Terminal } from './terminal.ts';

interface RestoreOptions {
  data?: string;
  passphraseFile?: string;
  replace?: true;
  drill?: true;
  drillFolder?: string;
  json?: true;
}

/** `superbill restore FILE`: 0 when it is restored and proved, 1 when something does not hold, 2 when it cannot be done. */
export function restoreCommand(terminal: Terminal = processTerminal()): Command {
  return new Command('restore')
    .description('restore a backup into an empty data directory or database, whole or not at all')
    .argument('<file>', 'the backup')
    .option('--data <dir>', 'data directory to restore into')
    .option('--replace', 'keep the data directory that is there aside, under a dated name')
    .option('--drill', 'restore into a folder that is thrown away, prove it and say how long it took')
    .option('--drill-folder <dir>', 'where there is room for the drill', tmpdir())
    .option('--passphrase-file <file>', 'a file whose first line opens the backup')
    .option('--json', 'one JSON value')
    .action(async (file: string, options: RestoreOptions) => {
      try {
        await restore(terminal, resolve(file), options);
      } catch (error) {
        tellFailure(terminal, options, error);
      }
    });
}

async function restore(terminal: Terminal, file: string, options: RestoreOptions): Promise<void> {
  const began = performance.now();
  const data = dataDirectory(options.data);
  await readBackupHead(file); // what is no backup is said before anything is made
  const passphrase = readPassphrase(options.passphraseFile);
  const opener = passphrase === undefined ? { keyring: openKeyring(process.env) } : { passphrase };
  const common = { file, opener, now: machineClock.now(), onProgress: (part: string) => terminal.err(part) };
  const url = process.env.DATABASE_URL;
  const folder = resolve(options.drillFolder ?? tmpdir());
  if (options.drill) mkdirSync(folder, { recursive: true });
  const restored = options.drill
    ? await drillRestore({ ...common, folder })
    : await restoreBackup({ ...common, data, url, replace: options.replace ?? false });
  const ms = Math.round(performance.now() - began);
  const ok = restored.verdicts.every((verdict) => verdict.ok);
  if (options.drill) {
    const rows = restored.closing.tables.reduce((sum, table) => sum + table.rows, 0);
    const failure = ok ? null : 'What was restored does not hold.';
    noteRun(data, 'drills', { file, at: common.now, ok, bytes: statSync(file).size, rows, ms, failure });
  }
  tell(terminal, options, restored, { ms, ok, data });
  if (!ok) terminal.exit(1);
}

function tell(
  terminal: Terminal,
  { json, drill }: RestoreOptions,
  { head, closing, verdicts, kept }: Restored,
  { ms, ok, data }: { ms: number; ok: boolean; data: string },
): void {
  const rows = closing.tables.reduce((sum, table) => sum + table.rows, 0);
  if (json) {
    const { backupId, takenAt } = head;
    terminal.out(
      JSON.stringify({ ok, backupId, takenAt, rows, ms, kept: kept ?? null, organizations: verdicts }),
    );
    return;
  }
  for (const { organizationId, checks } of verdicts) {
    if (verdicts.length > 1) terminal.out(`Organization ${organizationId}`);
    for (const check of checks)
      terminal.out(`${check.ok ? 'ok   ' : 'FAULT'}  ${check.name}: ${check.detail}`);
  }
  const what = `${rows.toLocaleString('en-US')} rows and ${closing.files.length} files of ${head.takenAt} in ${(ms / 1000).toFixed(1)} s`;
  if (drill) {
    terminal.out(
      ok
        ? `The backup restores: ${what}. Nothing of it was kept.`
        : `Restored ${what}, but see the faults above.`,
    );
    return;
  }
  terminal.out(`Restored ${what} into ${data}.`);
  if (kept) terminal.out(`What was there before is in ${kept}.`);
  terminal.out('Sending is paused: what was done after the backup is not here, but payers may have it.');
  terminal.out(
    'Compare with the payers, settle the files on the page of files, then: superbill sending resume.',
  );
}
