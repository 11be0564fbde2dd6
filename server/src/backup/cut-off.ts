import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { layoutOf } from '../db/cluster.ts';
import { holderOf } from '../db/lock.ts';
import { StartError } from '../db/start-error.ts';

/**
 * A restore makes the new data directory beside its place and then changes names, so how far one came that was cut
 * off is told by the names beside it: `DIR.restoring-…` is not whole, `DIR.restored-…` is whole and proved, and
 * `DIR.before-…` is what was there and was kept aside.
 */
export type Stage = 'restoring' | 'restored' | 'before';

/** The name of a data directory in a stage. */
export function besideName(data: string, stage: Stage, mark: string): string {
  return `${resolve(data)}.${stage}-${mark}`;
}

/** The data directories of one stage beside `data`, by path. */
export function besides(data: string, stage: Stage): string[] {
  const [parent, start] = [dirname(resolve(data)), `${basename(resolve(data))}.${stage}-`];
  if (!existsSync(parent)) return [];
  const names = readdirSync(parent).filter((name) => name.startsWith(start));
  return names.sort().map((name) => join(parent, name));
}

/** Whether a data directory is there, with something in it. */
export function isFilled(data: string): boolean {
  return existsSync(data) && readdirSync(data).length > 0;
}

/** The mark of what is kept aside: when, in letters that every disk takes. */
export function keptName(data: string, now: string): string {
  return besideName(data, 'before', now.replace(/[:.]/g, '-'));
}

/**
 * Before anything is made in a data directory: finishes a restore that was cut off while it changed names, and
 * answers what it did. Where the directory is gone and nothing whole is at hand it refuses, so that no empty
 * database is ever begun in the place of one that is only called otherwise. With a server of the user's own
 * (`ownServer`) the database was restored before the folders changed: then what is there makes way.
 * Throws {@link StartError}.
 */
export async function settleRestore(
  data: string,
  { now, ownServer }: { now: string; ownServer: boolean },
): Promise<string | undefined> {
  const [whole, second] = besides(data, 'restored');
  // Code sets can be imported into a folder that has no database yet.
  const isThere = ownServer ? isFilled(data) : existsSync(join(layoutOf(data).cluster, 'PG_VERSION'));
  if (second)
    throw new StartError(
      `Several restores into ${data} were cut off: ${besides(data, 'restored').join(', ')}. Remove all but the one you want, then start again.`,
    );
  if (whole && isThere && !ownServer) return undefined; // it never came into force: all is as it was
  if (whole) {
    if (isFilled(data)) renameSync(data, keptName(data, now));
    else rmSync(data, { recursive: true, force: true });
    renameSync(whole, data);
    return 'Finished a restore that was cut off when it changed folders';
  }
  const [unfinished] = besides(data, 'restoring');
  if (unfinished && (!isThere || ownServer)) throw await refusal(data, unfinished);
  const kept = besides(data, 'before').at(-1);
  if (kept && !isThere)
    throw new StartError(
      `There is no database in ${data}, but a restore kept ${kept} aside. Rename it to ${data} to go on with it, or move it elsewhere to begin anew.`,
    );
  return undefined;
}

async function refusal(data: string, unfinished: string): Promise<StartError> {
  if (await holderOf(unfinished))
    return new StartError(`A restore into ${data} is running. Wait until it is done.`);
  const kept = besides(data, 'before').at(-1);
  const back = kept && !isFilled(data) ? ` To go back to what was there, rename ${kept} to ${data}.` : '';
  return new StartError(
    `A restore into ${data} was cut off before it was whole. Restore again (a database of your own has to be empty), then remove ${unfinished}; or remove it to go on without.${back}`,
  );
}
