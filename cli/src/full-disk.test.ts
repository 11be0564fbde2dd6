import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { aWorld, testKey } from '../../test/world.ts';
import { backupCommand } from './backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'superbill-full-disk-'));
const disk = join(folder, 'disk');
mkdirSync(disk);

/** A disk of 64 kB; only root can mount one. */
function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const isMounted = mountSmallDisk();

afterAll(() => {
  if (isMounted) execFileSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => vi.unstubAllEnvs());

test.skipIf(!isMounted)('a backup that finds no room says so, ends with 2 and leaves nothing', async () => {
  const database = await testDatabase();
  const { system } = await aWorld(database);
  const data = join(folder, 'data');
  mkdirSync(data);
  // More than the disk takes, and not to be packed: noise of the keys' own making.
  writeFileSync(join(data, 'letters'), Buffer.concat(Array.from({ length: 200 }, () => noise(system))));
  vi.stubEnv('DATABASE_URL', database.url);
  vi.stubEnv('SUPERBILL_KEYS', testKey.secret.toString('base64'));
  const err: string[] = [];
  let status = 0;
  await backupCommand({
    out: () => {},
    err: (line) => err.push(line),
    input: (async function* () {})(),
    exit: (worst) => {
      status = worst;
    },
  }).parseAsync([join(disk, 'a.backup'), '--data', data], { from: 'user' });
  expect(status).toBe(2);
  expect(err.join('\n')).toMatch(/There is no room for the backup/);
  expect(readdirSync(disk)).toEqual([]);
  expect(JSON.parse(readFileSync(join(data, 'maintenance.json'), 'utf8'))).toMatchObject({
    backups: [{ ok: false, failure: expect.stringMatching(/no room/) }],
  });
});

/** A kilobyte that no packing makes smaller. */
function noise({ keyring }: Awaited<ReturnType<typeof aWorld>>['system']): Buffer {
  return keyring.seal(Buffer.alloc(1024), 'noise');
}
