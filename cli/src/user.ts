import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, roles } from '@superbill/contract';
import { machineClock } from '@superbill/server/clock';
import { openEditionStore } from '@superbill/server/codesets/edition-store';
import { dataDirectory } from '@superbill/server/data-directory';
import { layoutOf } from '@superbill/server/db/cluster';
import { openDatabase } from '@superbill/server/db/connect';
import { pendingMigrations } from '@superbill/server/db/migrate';
import { StartError } from '@superbill/server/db/start-error';
import { AppError } from '@superbill/server/errors';
import { folderExchange } from '@superbill/server/files/folder-exchange';
import { publicUrl } from '@superbill/server/http/public-url';
import { openKeyring } from '@superbill/server/keys/keyring';
import { createLog } from '@superbill/server/log';
import { folderMailer } from '@superbill/server/mail/mailer';
import { listOrganizations } from '@superbill/server/practice/create-practice';
import { resetUser } from '@superbill/server/users/change-user';
import { inviteUser } from '@superbill/server/users/invite-user';
import { loadUsers } from '@superbill/server/users/store';
import { type System, type Work, work } from '@superbill/server/work';
import { Command, InvalidArgumentError } from 'commander';
import { codeSetDirectory } from './code-sets.ts';
import { processTerminal, type Terminal, table } from './terminal.ts';

interface UserOptions {
  data?: string;
  practice?: string;
}

/** `superbill user`: for the operator when nobody has a way in. Links are printed, never sent; acts are audited. */
export function userCommand(terminal: Terminal = processTerminal()): Command {
  const user = new Command('user').description('list, invite and reset users, when nobody has a way in');
  const common = (command: Command) =>
    command
      .option('--data <dir>', 'data directory')
      .option('--practice <id>', 'the practice, where there are several');
  common(user.command('list').description('who may sign in')).action((options: UserOptions) =>
    run(terminal, options, async (unit) => {
      const users = await loadUsers(unit);
      const rows = users.map(({ login, name, state, roles: held }) => [login, state, held.join(' '), name]);
      for (const row of table([['log-in', 'state', 'roles', 'name'], ...rows])) terminal.out(row);
    }),
  );
  common(user.command('invite').argument('<login>').description('add a user and print the one-time link'))
    .requiredOption('--name <name>', 'the name')
    .option('--role <role...>', 'one or more roles', collectRole, [])
    .action((login: string, options: UserOptions & { name: string; role: Role[] }) =>
      run(terminal, options, async (unit) => {
        const held: Role[] = options.role.length > 0 ? options.role : ['administrator'];
        const invited = { login: login.toLowerCase(), name: options.name, roles: held };
        tell(terminal, await inviteUser(unit, invited, origin()));
      }),
    );
  common(
    user.command('reset').argument('<login>').description('take the password away and print a one-time link'),
  )
    .option('--second-factors', 'take the second factors away too')
    .action((login: string, options: UserOptions & { secondFactors?: true }) =>
      run(terminal, options, async (unit) => {
        const found = (await loadUsers(unit)).find((one) => one.login === login.toLowerCase());
        if (!found) throw new StartError(`There is no log-in ${login}. See: superbill user list.`);
        const secondFactors = options.secondFactors ?? false;
        tell(terminal, await resetUser(unit, found.id, { secondFactors, origin: origin() }));
      }),
    );
  return user;
}

/** The address in links: `SUPERBILL_URL`, else the one a start without options listens on. */
function origin(): string {
  return publicUrl(process.env) ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
}

function tell(terminal: Terminal, { link, expiresAt }: { link: string; expiresAt: string }): void {
  terminal.out(link);
  terminal.err(`The link works once, until ${expiresAt}. It is shown this once.`);
}

function collectRole(text: string, before: Role[]): Role[] {
  const role = roles.find((one) => one === text);
  if (!role) throw new InvalidArgumentError(`one of ${roles.join(', ')}`);
  return [...before, role];
}

async function run(
  terminal: Terminal,
  options: UserOptions,
  act: (unit: Work) => Promise<void>,
): Promise<void> {
  try {
    await inPractice(options, act);
  } catch (error) {
    if (!(error instanceof StartError || error instanceof AppError)) throw error;
    terminal.err(error instanceof AppError ? `${error.message} ${error.nextStep}` : error.message);
    terminal.exit(2);
  }
}

/** Joins the database of a running server, else starts it for the moment; never makes a new one. */
async function inPractice(
  { data: told, practice }: UserOptions,
  act: (unit: Work) => Promise<void>,
): Promise<void> {
  const data = dataDirectory(told);
  const url = process.env.DATABASE_URL;
  if (!url && !existsSync(join(layoutOf(data).cluster, 'PG_VERSION')))
    throw new StartError(`There is no database in ${data}. Name the data directory: --data DIR.`);
  const database = await openDatabase({ url, data, join: true });
  try {
    if ((await pendingMigrations(database.pool)).length > 0)
      throw new StartError('The database is from an earlier version. Start Superbill once, then try again.');
    const system: System = {
      db: database.db,
      clock: machineClock,
      codeSets: openEditionStore(codeSetDirectory(data)),
      exchange: folderExchange(data),
      keyring: openKeyring(process.env),
      // The link is printed: a letter beside it would carry it a second time.
      mailer: folderMailer(join(data, 'mail')),
      log: createLog('silent'),
    };
    const organizationId = chosen(await listOrganizations(system), practice);
    await work(system, { organizationId, userId: null, hat: 'system' }, act);
  } finally {
    await database.close();
  }
}

function chosen(practices: readonly string[], told: string | undefined): string {
  const found =
    told === undefined && practices.length === 1 ? practices[0] : practices.find((id) => id === told);
  if (found !== undefined) return found;
  if (practices.length === 0)
    throw new StartError('There is no practice yet: superbill practice create FILE.');
  throw new StartError(`Say which practice: --practice ID, one of ${practices.join(', ')}.`);
}
