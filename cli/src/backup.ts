import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { BackupError } from '@superbill/server/backup/backup-error';
import { type ReadBackup, readBackup } from '@superbill/server/backup/read-backup';
import { noteRun } from '@superbill/server/backup/record';
import { configuredBackups } from '@superbill/server/backup/upkeep';
import { writeBackup } from '@superbill/server/backup/write-backup';
import { machineClock } from '@superbill/server/clock';
import { dataDirectory } from '@superbill/server/data-directory';
import { openKeyring } from '@superbill/server/keys/keyring';
import { Command } from 'commander';
import { joinDatabase } from './join-database.ts';
import { readPassphrase } from './passphrase-file.ts';
import { processTerminal, type Terminal } from './terminal.ts';

interface BackupOptions {
  data?: string;
  passphraseFile?: string;
  withCodeSets?: true;
  list?: true;
  json?: true;
}

/** `superbill backup FILE`: 0 when it is made or proved, 1 when a backup is damaged, 2 when it cannot be done. */
export function backupCommand(terminal: Terminal = processTerminal()): Command {
  return new Command('backup')
    .description(
      'back up the database and the files beside it into one sealed file, while Superbill runs or not',
    )
    .argument('<file>', 'the file to write; with --list the backup to prove')
    .option('--list', 'say what is in a backup and prove every byte of it, without restoring it')
    .option('--data <dir>', 'data directory')
    .option('--passphrase-file <file>', 'a file whose first line opens the backup without the key file')
    .option('--with-code-sets', 'take the imported code sets along; else only their names and checksums')
    .option('--json', 'one JSON value')
    .action(async (file: string, options: BackupOptions) => {
      try {
        if (options.list) tellBackup(terminal, options, await prove(file, options));
        else await make(terminal, resolve(file), options);
      } catch (error) {
        tellFailure(terminal, options, error);
      }
    });
}

async function prove(file: string, { passphraseFile }: BackupOptions): Promise<ReadBackup> {
  const passphrase = readPassphrase(passphraseFile);
  return readBackup(file, passphrase === undefined ? { keyring: openKeyring(process.env) } : { passphrase });
}

async function make(terminal: Terminal, file: string, options: BackupOptions): Promise<void> {
  if (existsSync(file)) throw new BackupError('refused', `${file} is there already. Name a new file.`);
  const data = dataDirectory(options.data);
  const keyring = openKeyring(process.env);
  const passphrase = readPassphrase(options.passphraseFile);
  const began = performance.now();
  const takenAt = machineClock.now();
  const ms = () => Math.round(performance.now() - began);
  const database = await joinDatabase(data);
  try {
    const { folder } = configuredBackups(process.env, data);
    const made = await writeBackup({
      url: database.url,
      data,
      backups: folder,
      file,
      keyring,
      passphrase,
      withCodeSets: options.withCodeSets ?? false,
      takenAt,
      onProgress: (part, bytes) => terminal.err(`${megabytes(bytes).padStart(10)}  ${part}`),
    });
    noteRun(data, 'backups', {
      file,
      at: takenAt,
      ok: true,
      bytes: made.bytes,
      rows: made.rows,
      ms: ms(),
      failure: null,
    });
    if (options.json) terminal.out(JSON.stringify({ ...made, ms: ms() }));
    else {
      terminal.out(
        `${file}: ${megabytes(made.bytes)}, ${made.rows.toLocaleString('en-US')} rows of ${made.tables} tables, ${made.files} files, in ${(ms() / 1000).toFixed(1)} s.`,
      );
      terminal.out(
        passphrase === undefined
          ? `It opens with key ${keyring.currentId} of your key file alone: keep a copy of that apart from the backup.`
          : 'It opens with your key file, or with the passphrase.',
      );
    }
  } catch (error) {
    const failure = error instanceof BackupError ? error.message : 'The database or the disk failed.';
    noteRun(data, 'backups', { file, at: takenAt, ok: false, bytes: 0, rows: 0, ms: ms(), failure });
    throw error;
  } finally {
    await database.close();
  }
}

function tellBackup(
  terminal: Terminal,
  { json }: BackupOptions,
  { head, opening, closing }: ReadBackup,
): void {
  if (json) {
    const { backupId, takenAt, product, schema } = head;
    terminal.out(JSON.stringify({ ok: true, backupId, takenAt, product, schema, ...opening, ...closing }));
    return;
  }
  terminal.out(
    `Backup ${head.backupId} of ${head.takenAt}, made by Superbill ${head.product}, schema ${head.schema}.`,
  );
  for (const { id, auditSequence, epoch } of opening.organizations)
    terminal.out(`Organization ${id}: audit trail of ${auditSequence ?? 0} rows, epoch ${epoch}.`);
  for (const { name, rows } of closing.tables)
    terminal.out(`${rows.toLocaleString('en-US').padStart(12)}  ${name}`);
  for (const { name, bytes } of closing.files) terminal.out(`${megabytes(bytes).padStart(12)}  ${name}`);
  terminal.out('Every chunk opens, and every part is what was counted when it was written.');
}

/** 1 for a damaged backup, 2 for whatever stands in the way. */
export function tellFailure(terminal: Terminal, { json }: { json?: true }, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const reason = error instanceof BackupError ? error.reason : 'failed';
  if (json) terminal.out(JSON.stringify({ error: { code: `backup.${reason}`, message } }));
  terminal.err(message);
  terminal.exit(reason === 'damaged' ? 1 : 2);
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
