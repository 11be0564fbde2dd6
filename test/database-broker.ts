import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Database } from '@superbill/server/db/connect';
import { startEmbedded } from '@superbill/server/db/embedded';
import { holderOf, lockFolder } from '@superbill/server/db/lock';
import { migrate, readMigrations } from '@superbill/server/db/migrate';

const prefix = 'superbill-test-';

/** The server of one test run: with a template database that is migrated, of which each test file gets a copy. */
interface TestServer {
  admin: Database;
  template: string;
  clones: Set<string>;
  close(): Promise<void>;
}

/**
 * Hands out test databases to the worker processes, over a socket that only this user can reach. The server
 * starts when the first one is asked for, so a run of engine tests costs nothing, and ends with the run:
 * it stops by itself even when the run is killed.
 */
export async function startBroker(url = process.env.DATABASE_URL) {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const lock = await lockFolder(folder); // tells later runs that this folder is in use
  let server: Promise<TestServer> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const broker = http.createServer((request, response) => {
    server ??= startServer(url, folder);
    const started = server;
    const [, verb, name = ''] = request.url?.split('/') ?? [];
    // One at a time: PostgreSQL copies a template only while nobody else does.
    const answer = last.then(async () => {
      if (verb === 'drop') return drop(await started, name);
      if (verb === 'copy') return copy(await started, name);
      return create(await started, verb === 'empty' ? 'template0' : (await started).template);
    });
    last = answer.catch(() => {});
    answer.then(
      (text) => response.end(text),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  const socket = join(folder, 'broker');
  await new Promise<void>((done) => broker.listen(socket, done));

  const close = async () => {
    broker.close();
    broker.closeAllConnections();
    await last;
    await (await server?.catch(() => undefined))?.close();
    await lock.release();
    rmSync(folder, { recursive: true, force: true });
  };
  return { socket, close };
}

async function startServer(url: string | undefined, folder: string): Promise<TestServer> {
  const embedded = url ? undefined : await startEmbedded({ data: join(folder, 'data'), durable: false });
  const address = url ?? embedded?.url ?? '';
  const admin = await connect(address, { connections: 1 });
  const migrations = readMigrations();
  const hash = createHash('sha256').update(migrations.map(({ checksum }) => checksum).join());
  const template = `superbill_test_${hash.digest('hex').slice(0, 8)}_${randomBytes(3).toString('hex')}`;
  const clones = new Set<string>();
  const close = async () => {
    for (const name of [...clones, template]) await dropForced(admin, name);
    await admin.close();
    await embedded?.stop();
  };
  try {
    await admin.pool.query(`create database ${template}`);
    const database = await connect(withName(address, template), { connections: 1 });
    await migrate(database.pool, migrations).finally(database.close);
    return { admin, template, clones, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function create({ admin, template, clones }: TestServer, source: string): Promise<string> {
  const name = `${template}_${clones.size}_${randomBytes(3).toString('hex')}`;
  clones.add(name);
  await admin.pool.query(`create database ${name} template ${source} strategy file_copy`);
  return withName(admin.url, name);
}

/** A copy of a test's database as it stands; its idle connections end, since PostgreSQL copies only what is at rest. */
async function copy(server: TestServer, name: string): Promise<string> {
  if (!server.clones.has(name)) throw new Error(`${name} is not a database of this run`);
  await server.admin.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    name,
  ]);
  return create(server, name);
}

async function drop({ admin, clones }: TestServer, name: string): Promise<string> {
  if (!clones.delete(name)) throw new Error(`${name} is not a database of this run`);
  await dropForced(admin, name);
  return name;
}

/** A vacuum of the server's own may be at work in it, which only a superuser could end: it is soon done. */
async function dropForced(admin: Database, name: string, patience = 100): Promise<void> {
  try {
    await admin.pool.query(`drop database if exists ${name} with (force)`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== '42501' || patience === 0) throw error;
    await sleep(100);
    await dropForced(admin, name, patience - 1);
  }
}

function withName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = name;
  return changed.href;
}

/** A run that was killed leaves its folder behind; its server has stopped by itself. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(prefix)) continue;
    try {
      const isNew = Date.now() - statSync(folder).mtimeMs < 60_000; // perhaps a run that has no lock yet
      if (!isNew && !(await holderOf(folder))) rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EACCES' && code !== 'ENOENT') throw error; // another user's; removed by another run
    }
  }
}
