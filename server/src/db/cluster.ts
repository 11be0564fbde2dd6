import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, commandAs, nobody, ownerOf, runsAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import { StartError } from './start-error.ts';

/** Where things lie in a data folder. */
export function layoutOf(data: string) {
  return {
    cluster: join(data, 'postgres'),
    unfinished: join(data, 'postgres.unfinished'),
    password: join(data, 'database-password'),
    cache: join(data, 'binaries'),
    log: join(data, 'postgres.log'),
  };
}

/** Makes the data folder, or says who must be asked to make it reachable. */
export function prepareFolder(data: string, account: Account): void {
  try {
    mkdirSync(data, { recursive: true, mode: account === 'other-user' ? 0o711 : 0o700 });
    assertOwner(data);
    if (account !== 'other-user') return;
    if (lstatSync(data).uid === 0) chmodSync(data, lstatSync(data).mode | 0o011);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `Cannot use ${data}: ${(error as Error).message}. Choose a folder of your own with --data.`,
    );
  }
  if (!runsAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', data])) {
    throw new StartError(
      `PostgreSQL will not run as root, and the user it runs as instead (${nobody}) cannot reach ${data}. ` +
        'Choose a folder that everyone may enter with --data, for example --data /var/lib/superbill.',
    );
  }
}

/** Refuses a data folder that another user started; root may take over what its own stand-in left. */
function assertOwner(data: string): void {
  const me = process.getuid?.() ?? 0;
  const { cluster, password } = layoutOf(data);
  for (const path of [password, cluster]) {
    if (!existsSync(path)) continue;
    const owner = lstatSync(path).uid;
    if (owner === me || (me === 0 && owner === nobody)) continue;
    throw new StartError(
      `The database in ${data} belongs to user ${owner}, and you are user ${me}${me === 0 ? ' (root)' : ''}. ` +
        'Start it as that user, or choose another folder with --data.',
    );
  }
}

/** The password of the data folder's database, made at the first start; only the owner may read it. */
export function readPassword(data: string): string {
  const { password, cluster } = layoutOf(data);
  if (existsSync(password)) return readFileSync(password, 'utf8').trim();
  if (existsSync(cluster)) {
    throw new StartError(
      `${password} is missing. Put it back from your backup: the database opens to no other.`,
    );
  }
  const made = randomBytes(24).toString('base64url');
  writeFileSync(password, `${made}\n`, { mode: 0o600, flush: true });
  return made;
}

/** Creates the cluster aside and moves it into place when whole; an interrupted try leaves no trace. */
export async function createCluster(
  data: string,
  {
    account,
    binaries,
    password,
    durable,
  }: { account: Account; binaries: Binaries; password: string; durable: boolean },
): Promise<void> {
  const { cluster, unfinished } = layoutOf(data);
  const passwordFile = `${unfinished}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(account, unfinished);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(account, passwordFile);

  // C collation sorts codes the same way everywhere, and needs none of the old ICU inside the package.
  const settings = ['--encoding=UTF8', '--no-locale', '--auth=scram-sha-256', '--username=postgres'];
  const { command, args, options } = commandAs(account, join(binaries.folder, 'initdb'), [
    `--pgdata=${unfinished}`,
    `--pwfile=${passwordFile}`,
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
    ...settings,
  ]);
  try {
    await promisify(execFile)(command, args, options);
  } catch (error) {
    throw new StartError(
      `Cannot create the database in ${cluster}: ${(error as { stderr?: string }).stderr ?? error}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster);
  if (durable) syncFolder(dirname(cluster));
}

/** Gives an existing cluster to the account and checks that these binaries can read it. */
export function adoptCluster(cluster: string, account: Account, { major }: Binaries): void {
  const made = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'));
  if (made !== major) {
    throw new StartError(
      `The database in ${cluster} was made by PostgreSQL ${made}; this program brings ${major}. ` +
        'Back it up with the program that made it, and restore the backup into a new --data folder.',
    );
  }
  if (lstatSync(cluster).uid === ownerOf(account)) return;
  for (const entry of readdirSync(cluster, { recursive: true, encoding: 'utf8' })) {
    giveTo(account, join(cluster, entry));
  }
  giveTo(account, cluster); // last, so that an interrupted change is taken up again
}

/** Only root has something to give: a plain user's files are theirs already. */
function giveTo(account: Account, path: string): void {
  if (account !== 'self') lchownSync(path, ownerOf(account), ownerOf(account));
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
