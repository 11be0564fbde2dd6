import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodeSetError } from './code-set-error.ts';

/** Runs something while no other import runs on the same folder. A lock whose process is gone does not count. */
export async function whileLocked<T>(directory: string, run: () => Promise<T>): Promise<T> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, '.import-lock');
  if (!(await take(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (isRunning(holder)) {
      throw new CodeSetError(
        'codes.busy',
        `Another import is running (process ${holder}). Wait for it and try again.`,
      );
    }
    await rm(path, { force: true });
    if (!(await take(path)))
      throw new CodeSetError('codes.busy', 'Another import has just begun. Try again later.');
  }
  try {
    return await run();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
