import { headsFolder, readHeads } from '@superbill/server/audit/heads';
import { dataDirectory } from '@superbill/server/data-directory';
import type { Database } from '@superbill/server/db/connect';
import { pendingMigrations } from '@superbill/server/db/migrate';
import { openKeyring } from '@superbill/server/keys/keyring';
import { listOrganizations } from '@superbill/server/practice/create-practice';
import { type Verdict, verifyOrganization } from '@superbill/server/system/verify';
import { Command } from 'commander';
import { joinDatabase } from './join-database.ts';
import { processTerminal, type Terminal } from './terminal.ts';

interface VerifyOptions {
  data?: string;
  json?: true;
}

/** `superbill verify`: 0 when everything holds, 1 when something does not, 2 when it cannot be looked at. */
export function verifyCommand(terminal: Terminal = processTerminal()): Command {
  return new Command('verify')
    .description('prove the ledger, the thread and the audit trail whole')
    .option('--data <dir>', 'data directory')
    .option('--json', 'one JSON value')
    .action(async (options: VerifyOptions) => {
      try {
        tell(terminal, options, await verifyEverything(options));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (options.json) terminal.out(JSON.stringify({ error: { code: 'database.unreachable', message } }));
        terminal.err(message);
        terminal.exit(2);
      }
    });
}

type OrganizationVerdict = Verdict & { organizationId: string };

async function verifyEverything(options: VerifyOptions): Promise<OrganizationVerdict[]> {
  const heads = headsFolder(dataDirectory(options.data), process.env);
  const database = await openExisting(options);
  try {
    const verdicts: OrganizationVerdict[] = [];
    for (const organizationId of await listOrganizations(database))
      verdicts.push({
        organizationId,
        ...(await verifyOrganization(database.db, organizationId, {
          heads: readHeads(heads, organizationId),
          keyring: openKeyring(process.env),
        })),
      });
    return verdicts;
  } finally {
    await database.close();
  }
}

/** The database as it is, for what neither makes nor migrates one. */
export async function openExisting({ data }: { data?: string }): Promise<Database> {
  const database = await joinDatabase(dataDirectory(data));
  try {
    const pending = await pendingMigrations(database.pool);
    if (pending.length === 0) return database;
  } catch (error) {
    await database.close();
    throw error;
  }
  await database.close();
  throw new Error('The database is from an earlier version. Start Superbill once, then try again.');
}

function tell(terminal: Terminal, { json }: VerifyOptions, verdicts: readonly OrganizationVerdict[]): void {
  const ok = verdicts.every((verdict) => verdict.ok);
  if (json) terminal.out(JSON.stringify({ ok, organizations: verdicts }));
  else {
    for (const { organizationId, checks } of verdicts) {
      if (verdicts.length > 1) terminal.out(`Organization ${organizationId}`);
      for (const check of checks)
        terminal.out(`${check.ok ? 'ok   ' : 'FAULT'}  ${check.name}: ${check.detail}`);
    }
    if (verdicts.length === 0) terminal.out('There is no practice yet: nothing to prove.');
    else terminal.out(ok ? 'Everything is whole.' : 'Something does not hold. See the faults above.');
  }
  if (!ok) terminal.exit(1);
}
