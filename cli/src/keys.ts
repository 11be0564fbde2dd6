import { join } from 'node:path';
import { machineClock } from '@superbill/server/clock';
import { openEditionStore } from '@superbill/server/codesets/edition-store';
import { dataDirectory } from '@superbill/server/data-directory';
import { StartError } from '@superbill/server/db/start-error';
import { folderExchange } from '@superbill/server/files/folder-exchange';
import { checkKeys, countKeyUses, hasOlderWraps } from '@superbill/server/keys/key-use';
import { keyFile, newKey, openKeyring, readKeyFile, writeKeys } from '@superbill/server/keys/keyring';
import { rotateRows } from '@superbill/server/keys/seal-rows';
import { createLog } from '@superbill/server/log';
import { folderMailer } from '@superbill/server/mail/mailer';
import { listOrganizations } from '@superbill/server/practice/create-practice';
import type { System } from '@superbill/server/work';
import { Command } from 'commander';
import { processTerminal, type Terminal } from './terminal.ts';
import { openExisting } from './verify.ts';

interface KeysOptions {
  data?: string;
}

/** `superbill keys status|rotate|prune`: 0 when done, 2 when it cannot be. */
export function keysCommand(terminal: Terminal = processTerminal()): Command {
  const command = new Command('keys').description('the keys that identifiers are sealed with');
  const add = (name: string, description: string, run: (system: System) => Promise<void>) =>
    command
      .command(name)
      .description(description)
      .option('--data <dir>', 'data directory')
      .action(async (options: KeysOptions) => {
        try {
          await withSystem(options, run);
        } catch (error) {
          terminal.err(error instanceof Error ? error.message : String(error));
          terminal.exit(2);
        }
      });
  add('status', 'which keys there are and how much each has sealed', (system) =>
    tellStatus(terminal, system),
  );
  add('rotate', 'add a key and seal everything with it', (system) => rotate(terminal, system));
  add('prune', 'remove keys that nothing is sealed with', (system) => prune(terminal, system));
  return command;
}

async function tellStatus(terminal: Terminal, system: System): Promise<void> {
  const uses = await usesOf(system);
  for (const [id, count] of uses)
    terminal.out(`${id}  ${count} values${id === system.keyring.currentId ? ', in use' : ''}`);
}

/** Adds a key unless an earlier rotation added one and did not end; so it may be killed and run again. */
async function rotate(terminal: Terminal, system: System): Promise<void> {
  let keyring = system.keyring;
  const practices = await listOrganizations(system);
  if (!(await hasOlderWraps(system.db, practices, keyring))) {
    if (process.env.SUPERBILL_KEYS)
      throw new StartError(
        'The keys come from SUPERBILL_KEYS. Put a new one at its end (openssl rand -base64 32), restart, and run this again.',
      );
    const file = keyFile(process.env);
    writeKeys(file, [...readKeyFile(file), newKey()]);
    keyring = openKeyring(process.env);
    terminal.out(
      `Key ${keyring.currentId} was added to ${file}. Copy that file to where its copies are kept.`,
    );
  }
  for (const organizationId of practices) {
    const { rewrapped, resealed } = await rotateRows({ ...system, keyring }, organizationId);
    terminal.out(
      `Organization ${organizationId}: ${rewrapped} data keys wrapped, ${resealed} rows sealed again.`,
    );
  }
  terminal.out(
    'Backups made before this need the older keys. When none is kept any longer: superbill keys prune',
  );
}

async function prune(terminal: Terminal, system: System): Promise<void> {
  if (process.env.SUPERBILL_KEYS)
    throw new StartError(
      'The keys come from SUPERBILL_KEYS: take out there what `keys status` counts no values for.',
    );
  const uses = await usesOf(system);
  const file = keyFile(process.env);
  const keys = readKeyFile(file);
  const kept = keys.filter(({ id }) => id === keys.at(-1)?.id || (uses.get(id) ?? 1) > 0);
  writeKeys(file, kept);
  terminal.out(`${keys.length - kept.length} keys removed, ${kept.length} kept in ${file}.`);
}

async function usesOf(system: System): Promise<Map<string, number>> {
  const total = new Map(system.keyring.ids.map((id) => [id, 0]));
  for (const organizationId of await listOrganizations(system))
    for (const [id, count] of await countKeyUses(system.db, organizationId, system.keyring.ids))
      total.set(id, (total.get(id) ?? 0) + count);
  return total;
}

async function withSystem(
  { data: told }: KeysOptions,
  run: (system: System) => Promise<void>,
): Promise<void> {
  const data = dataDirectory(told);
  const keyring = openKeyring(process.env);
  const database = await openExisting({ data });
  try {
    const system: System = {
      db: database.db,
      clock: machineClock,
      codeSets: openEditionStore(join(data, 'codesets')),
      exchange: folderExchange(join(data, 'exchange')),
      keyring,
      mailer: folderMailer(join(data, 'mail')),
      log: createLog('silent'),
    };
    await checkKeys(database.db, await listOrganizations(system), keyring, keyFile(process.env));
    await run(system);
  } finally {
    await database.close();
  }
}
