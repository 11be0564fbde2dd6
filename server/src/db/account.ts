import { execFileSync, type SpawnOptions } from 'node:child_process';

/**
 * Who runs PostgreSQL. It refuses to run as root, so a superuser needs another identity:
 * - `self`: a plain user runs it as is;
 * - `user-namespace`: root as seen from outside, nobody as seen from inside. Files stay root's, so it
 *   works even below `/root`;
 * - `other-user`: where namespaces are forbidden (many containers), the account `nobody`, which must be
 *   able to reach the binaries and the data directory.
 */
export type Account = 'self' | 'user-namespace' | 'other-user';

/** `nobody` on Linux and macOS alike, as an unsigned 16-bit number. */
export const nobody = 65534;

const unshare = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`] as const;

/** The best account this process can give to PostgreSQL. */
export function chooseAccount(): Account {
  if (process.getuid?.() !== 0) return 'self';
  const [command, ...args] = [...unshare, 'true'];
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return 'user-namespace';
  } catch {
    return 'other-user'; // unshare is absent or the kernel says no; either way the answer is the same
  }
}

/** The numeric owner that files of the database must have on disk under this account. */
export function ownerOf(account: Account): number {
  return account === 'other-user' ? nobody : (process.getuid?.() ?? 0);
}

/** A command line and the spawn options that run a program under the account, away from our own environment. */
export function commandAs(account: Account, program: string, args: readonly string[]) {
  const [command, ...before] = account === 'user-namespace' ? [...unshare, program] : [program];
  const options = {
    cwd: '/', // ours may be out of reach for the other user
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(account === 'other-user' ? { uid: nobody, gid: nobody } : {}),
  } satisfies SpawnOptions;
  return { command: command ?? program, args: [...before, ...args], options };
}

/** Whether a program runs under the account and ends well. */
export function runsAs(account: Account, program: string, args: readonly string[]): boolean {
  const { command, args: all, options } = commandAs(account, program, args);
  try {
    execFileSync(command, all, { ...options, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
