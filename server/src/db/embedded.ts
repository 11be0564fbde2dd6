import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Account, chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { adoptCluster, createCluster, layoutOf, prepareFolder, readPassword } from './cluster.ts';
import { clearLeftovers } from './leftovers.ts';
import { holderOf, lockFolder } from './lock.ts';
import { startPostmaster } from './postmaster.ts';

export interface EmbeddedOptions {
  /** The data folder (`--data`), made when absent. One process at a time may use it. */
  data: string;
  /** False trades safety for speed: for databases that are thrown away. */
  durable?: boolean;
  /** Hears, in a sentence, about work that takes a moment. */
  onProgress?: (message: string) => void;
  /** Who runs PostgreSQL; found out by itself when left away. */
  account?: Account;
}

export interface EmbeddedServer {
  /** The address of the product's own database, for its owner `superbill`, who is no superuser. */
  url: string;
  port: number;
  account: Account;
  /** Ends when the server has ended, for whatever reason, with the last lines of its log. */
  ended: Promise<string>;
  /** Stops the server and gives the data folder free; safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the program, on a folder of its own: creates it at the first start,
 * recovers after a crash, listens on 127.0.0.1 with a random password, and ends when this process ends.
 * Throws {@link StartError} with what to do when the folder is in use, out of reach or another user's.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { durable = true, onProgress = () => {}, account = chooseAccount() } = options;
  const data = resolve(options.data);
  const { cluster, cache, log } = layoutOf(data);
  prepareFolder(data, account);
  const lock = await lockFolder(data);
  try {
    const binaries = findBinaries(account, cache);
    const password = readPassword(data);
    await clearLeftovers(cluster);
    if (existsSync(join(cluster, 'PG_VERSION'))) {
      adoptCluster(cluster, account, binaries);
    } else {
      onProgress('Creating the database');
      await createCluster(data, { account, binaries, password, durable });
    }
    const postmaster = await startPostmaster({ account, binaries, cluster, log, password, durable });
    const { port, ended } = postmaster;
    await createOwner(port, password);
    lock.announce(port);
    const stop = async () => {
      await postmaster.stop();
      await lock.release();
    };
    return { url: addressOf(port, password), port, account, ended, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The address of a data folder's database when another process has it running. */
export async function findRunning(dataFolder: string): Promise<string | undefined> {
  const data = resolve(dataFolder);
  const holder = await holderOf(data);
  return holder?.port ? addressOf(holder.port, readPassword(data)) : undefined;
}

function addressOf(port: number, password: string): string {
  return `postgres://superbill:${password}@127.0.0.1:${port}/superbill`;
}

/**
 * Makes the database and the role that owns it, unless they are there. The product works as that role and
 * never as superuser, so row-level security binds it here as on a server of the user's own.
 */
async function createOwner(port: number, password: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  await client.connect();
  try {
    const roles = await client.query(`select from pg_roles where rolname = 'superbill'`);
    if (roles.rowCount === 0) {
      await client.query(
        `create role superbill login createdb createrole password ${client.escapeLiteral(password)} in role pg_monitor`,
      );
    }
    const databases = await client.query(`select from pg_database where datname = 'superbill'`);
    if (databases.rowCount === 0) await client.query('create database superbill owner superbill');
  } finally {
    await client.end();
  }
}
