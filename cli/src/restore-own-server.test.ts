import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '@superbill/contract';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { apiOf } from '../../test/api-client.ts';
import { emptyDatabase, testDatabase } from '../../test/database.ts';
import { aVisit } from '../../test/visit.ts';
import { aWorld, password, testKey } from '../../test/world.ts';
import { backupCommand } from './backup.ts';
import { restoreCommand } from './restore.ts';
import type { Terminal } from './terminal.ts';
import { verifyCommand } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'superbill-own-server-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

type Make = (terminal: Terminal) => { parseAsync(args: string[], from: { from: 'user' }): Promise<unknown> };

/** Runs a command on a database of one's own, named by its address. */
async function run(url: string, make: Make, ...args: string[]) {
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('SUPERBILL_KEYS', testKey.secret.toString('base64'));
  const [out, err]: [string[], string[]] = [[], []];
  let status = 0;
  const exit = (worst: number) => {
    status = Math.max(status, worst);
  };
  await make({
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    input: (async function* () {})(),
    exit,
  }).parseAsync(args, { from: 'user' });
  return { out: out.join('\n'), err: err.join('\n'), status };
}

test('from one server into an empty database of another: whole, proved, and people sign in', async () => {
  const source = await testDatabase();
  const world = await aWorld(source);
  await aVisit(world);
  const [data, restored, file] = [join(folder, 'data'), join(folder, 'restored'), join(folder, 'one.backup')];
  mkdirSync(data);
  writeFileSync(join(data, 'demo'), 'invented');
  expect(await run(source.url, backupCommand, file, '--data', data)).toMatchObject({ status: 0 });

  const target = await emptyDatabase();
  const done = await run(target.url, restoreCommand, file, '--data', restored);
  expect(done).toMatchObject({ status: 0, out: expect.stringMatching(/ok +audit-chain/) });
  expect(done.out).not.toMatch(/FAULT/);
  expect(readFileSync(join(restored, 'demo'), 'utf8')).toBe('invented');
  expect(existsSync(join(restored, 'postgres'))).toBe(false); // the database is elsewhere
  expect(await run(target.url, verifyCommand, '--data', restored)).toMatchObject({
    status: 0,
    out: expect.stringMatching(/Everything is whole/),
  });

  const client = apiOf({ ...world.system, db: target.db })();
  await client.call(routes.signIn, { body: { login: world.login('biller'), password } });
  expect(await client.call(routes.readSession)).toMatchObject({ hat: 'biller' });

  const before = await target.pool.query('select count(*) from schema_migration');
  const again = await run(target.url, restoreCommand, file, '--data', join(folder, 'third'));
  expect(again).toMatchObject({ status: 2, err: expect.stringMatching(/The database is not empty/) });
  expect(existsSync(join(folder, 'third'))).toBe(false);
  expect((await target.pool.query('select count(*) from schema_migration')).rows).toEqual(before.rows);
}, 120_000);
