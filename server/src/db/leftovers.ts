import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './start-error.ts';

/**
 * Makes way after a crash: waits for a postmaster of an earlier run to finish, asks it to stop when nobody
 * else did, and removes a `postmaster.pid` that names a process which is no postmaster of this cluster.
 * PostgreSQL itself would refuse to start in that last case, which is usual in containers, where the same
 * small process numbers come again. Call it only while holding the lock on the data folder.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const start = performance.now();
  let asked = false;
  for (;;) {
    const pid = postmasterOf(cluster);
    if (pid === undefined || !isAlive(pid)) return; // PostgreSQL clears a dead one's file by itself
    if (!commandLineOf(pid).includes(cluster)) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return;
    }
    const waited = performance.now() - start;
    if (waited > 3_000 && !asked) {
      process.kill(pid, 'SIGINT');
      asked = true;
    }
    if (waited > 30_000) {
      throw new StartError(
        `The database of an earlier run (process ${pid}) does not stop. Stop it, then start again.`,
      );
    }
    await sleep(50);
  }
}

/** The process number in the cluster's lock file, if there is one. */
export function postmasterOf(cluster: string): number | undefined {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // another user's
  }
}

/** The command line of a process; empty when it has ended and only waits to be collected. */
function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return ''; // it ended while we looked
  }
}
