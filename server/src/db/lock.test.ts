import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runFixture } from './fixture.ts';
import { type FolderLock, holderOf, lockFolder } from './lock.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'superbill-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('of many at once, one gets the folder and the others are told who has it', async () => {
  const folder = aFolder();
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)));
  const winners = tries.filter((result) => result.status === 'fulfilled');
  expect(winners).toHaveLength(1);
  for (const result of tries) {
    if (result.status === 'rejected')
      expect(result.reason.message).toContain(`already in use by process ${process.pid}`);
  }
  await winners[0]?.value.release();
});

test('a released folder is free, and nothing is left in it', async () => {
  const folder = aFolder();
  for (let round = 0; round < 3; round += 1) {
    const lock = await lockFolder(folder);
    lock.announce(5432);
    expect(await holderOf(folder)).toMatchObject({ pid: process.pid, port: 5432 });
    await lock.release();
    expect(await holderOf(folder)).toBeUndefined();
  }
  expect(readdirSync(join(folder, 'lock'))).toEqual([]);
});

test('a process that dies gives the folder free; one that is only stopped does not', async () => {
  const folder = aFolder();
  const { child, said } = runFixture('lock', folder);
  expect(await said).toBe('locked');
  child.kill('SIGSTOP');
  await expect(lockFolder(folder)).rejects.toThrow('already in use by a process that does not answer');
  child.kill('SIGKILL');
  let lock: FolderLock | undefined;
  await expect.poll(async () => (lock = await lockFolder(folder)), { timeout: 5000 }).toBeDefined();
  await lock?.release();
});

test.runIf(process.platform === 'linux')('a path may be longer than a socket address', async () => {
  const folder = join(aFolder(), 'a'.repeat(120));
  mkdirSync(folder);
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow('already in use');
  await lock.release();
  expect(readdirSync(join(folder, 'lock'))).toEqual([]);
});
