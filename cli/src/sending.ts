import { join } from 'node:path';
import { machineClock } from '@superbill/server/clock';
import { openEditionStore } from '@superbill/server/codesets/edition-store';
import { dataDirectory } from '@superbill/server/data-directory';
import { AppError } from '@superbill/server/errors';
import { folderExchange } from '@superbill/server/files/folder-exchange';
import { readSending, resumeSending } from '@superbill/server/files/sending';
import { openKeyring } from '@superbill/server/keys/keyring';
import { createLog } from '@superbill/server/log';
import { folderMailer } from '@superbill/server/mail/mailer';
import { listOrganizations } from '@superbill/server/practice/create-practice';
import { type System, work } from '@superbill/server/work';
import { Command } from 'commander';
import { codeSetDirectory } from './code-sets.ts';
import { joinDatabase } from './join-database.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** `superbill sending`: whether files go out; `sending resume` lets them, after a restore. */
export function sendingCommand(terminal: Terminal = processTerminal()): Command {
  const command = new Command('sending').description('whether files go out to payers since the last restore');
  for (const [name, does] of [
    ['status', 'say whether sending rests'],
    ['resume', 'let files go out again; refused while it is open whether some have left'],
  ] as const)
    command
      .command(name)
      .description(does)
      .option('--data <dir>', 'data directory')
      .action(async (options: { data?: string }) => {
        try {
          await each(options, async (system, organizationId) => {
            const actor = { organizationId, userId: null, hat: 'system' } as const;
            const now = await work(system, actor, (unit) => readSending(unit));
            const sending =
              name === 'resume' && now.paused
                ? await work(system, actor, (unit) => resumeSending(unit, null))
                : now;
            const open = `${sending.filesToSettle} files to settle`;
            terminal.out(
              `${organizationId}: ${sending.paused ? `paused since a restore, ${open}` : 'files go out'}.`,
            );
          });
        } catch (error) {
          terminal.err(
            error instanceof AppError ? `${error.message} ${error.nextStep}` : (error as Error).message,
          );
          terminal.exit(error instanceof AppError ? 1 : 2);
        }
      });
  return command;
}

async function each(
  { data: told }: { data?: string },
  act: (system: System, organizationId: string) => Promise<void>,
): Promise<void> {
  const data = dataDirectory(told);
  const database = await joinDatabase(data);
  try {
    const system: System = {
      db: database.db,
      clock: machineClock,
      codeSets: openEditionStore(codeSetDirectory(told), undefined),
      exchange: folderExchange(join(data, 'exchange')),
      keyring: openKeyring(process.env),
      mailer: folderMailer(join(data, 'mail')),
      log: createLog('silent'),
    };
    for (const organizationId of await listOrganizations(system)) await act(system, organizationId);
  } finally {
    await database.close();
  }
}
