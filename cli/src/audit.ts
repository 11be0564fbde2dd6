import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { appendAudit } from '@superbill/server/audit/append';
import { exportLines } from '@superbill/server/audit/export';
import { headsFolder, readHeads } from '@superbill/server/audit/heads';
import { verifyAudit } from '@superbill/server/audit/verify';
import { machineClock } from '@superbill/server/clock';
import { dataDirectory } from '@superbill/server/data-directory';
import { type Database, inTransaction } from '@superbill/server/db/connect';
import { listOrganizations } from '@superbill/server/practice/create-practice';
import { Command, Option } from 'commander';
import { processTerminal, type Terminal } from './terminal.ts';
import { openExisting } from './verify.ts';

interface Options {
  data?: string;
  json?: true;
  organization?: string;
}

/** `superbill audit verify` and `audit export`: proves the trail, or writes it to a file. */
export function auditCommand(terminal: Terminal = processTerminal()): Command {
  const told = (run: (options: Options & { out: string; format: 'csv' | 'jsonl' }) => Promise<void>) => {
    return async (options: Options & { out: string; format: 'csv' | 'jsonl' }) => {
      try {
        await run(options);
      } catch (error) {
        terminal.err(error instanceof Error ? error.message : String(error));
        terminal.exit(2);
      }
    };
  };
  const verify = new Command('verify')
    .description('prove the audit trail whole, up to its end and beyond the last head written outside')
    .option('--data <dir>', 'data directory')
    .option('--json', 'one JSON value')
    .action(told((options) => verifyTrails(terminal, options)));
  const write = new Command('export')
    .description('write the audit trail to a file, oldest row first')
    .requiredOption('--out <file>', 'the file to write')
    .addOption(new Option('--format <format>').choices(['csv', 'jsonl']).default('jsonl'))
    .option('--organization <id>', 'whose trail, when there are several')
    .option('--data <dir>', 'data directory')
    .action(told((options) => writeTrail(terminal, options)));
  return new Command('audit')
    .description('prove or export the audit trail')
    .addCommand(verify)
    .addCommand(write);
}

async function verifyTrails(terminal: Terminal, options: Options): Promise<void> {
  const heads = headsFolder(dataDirectory(options.data), process.env);
  await withDatabase(options, async ({ db }) => {
    const verdicts = [];
    for (const organizationId of await listOrganizations({ db })) {
      const verdict = await inTransaction(
        db,
        { organizationId },
        (tx) => verifyAudit({ db: tx, organizationId }, readHeads(heads, organizationId)),
        'snapshot',
      );
      verdicts.push({ organizationId, ...verdict });
    }
    const ok = verdicts.every((verdict) => verdict.ok);
    if (options.json) terminal.out(JSON.stringify({ ok, organizations: verdicts }));
    else
      for (const { organizationId, detail, ok: whole } of verdicts)
        terminal.out(`${whole ? 'ok   ' : 'FAULT'}  ${organizationId}: ${detail}`);
    if (!ok) terminal.exit(1);
  });
}

async function writeTrail(
  terminal: Terminal,
  { out, format, organization, ...options }: Options & { out: string; format: 'csv' | 'jsonl' },
): Promise<void> {
  await withDatabase(options, async ({ db }) => {
    const all = await listOrganizations({ db });
    const [only] = organization === undefined ? all : all.filter((id) => id === organization);
    if (only === undefined) throw new Error('There is no such practice.');
    if (organization === undefined && all.length > 1)
      throw new Error(`There are several practices. Say which: --organization ID (${all.join(', ')}).`);
    // The export is in the trail before its first line is written, and is not among its own rows.
    const upTo = await noteExport(db, only, format);
    const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
    await once(file, 'open');
    for await (const lines of exportLines({ db }, only, { format }, upTo))
      if (!file.write(lines)) await once(file, 'drain');
    file.end();
    await once(file, 'close');
    terminal.out(`${upTo} rows up to the export, in ${out}.`);
  });
}

function noteExport(db: Database['db'], organizationId: string, format: string): Promise<number> {
  return inTransaction(db, { organizationId }, async (tx) => {
    const head = await tx.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow();
    const detail = { format, upTo: head.sequence, from: 'command line' };
    await appendAudit({ db: tx, organizationId, now: machineClock.now(), userId: null, hat: 'system' }, [
      { action: 'audit.export', subject: { kind: 'audit', detail } },
    ]);
    return head.sequence;
  });
}

async function withDatabase(options: Options, run: (database: Database) => Promise<void>): Promise<void> {
  const database = await openExisting(options);
  try {
    await run(database);
  } finally {
    await database.close();
  }
}
