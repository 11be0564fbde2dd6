import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { runsAs } from './account.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const script = fileURLToPath(new URL('start.fixture.ts', import.meta.url));

/** Whether `nobody` may read this checkout; not so below a closed home folder. */
export const isReadableByNobody = runsAs('other-user', '/bin/sh', ['-c', 'test -r "$1"', 'sh', script]);

/** Runs start.fixture.ts in a process of its own, killed with the test; `said` is the first line it prints. */
export function runFixture(what: 'lock' | 'start', folder: string, uid?: number) {
  const child = spawn(process.execPath, ['--import', tsx, script, what, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    ...(uid === undefined ? {} : { uid, gid: uid, env: { PATH: process.env.PATH } }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said: firstLine(child) };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((said) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) said(text.split('\n')[0] ?? '');
    });
    child.once('exit', () => said(text));
  });
}
