import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');

export interface RunningSystem {
  url: string;
  /** Everything it printed until it was ready. */
  printed: string;
  data: string;
  stop(): Promise<void>;
}

/** Starts the whole system as a person would, on a fresh data directory and a free port. */
export async function startedSystem(): Promise<RunningSystem> {
  const data = mkdtempSync(join(tmpdir(), 'superbill-e2e-'));
  const { DATABASE_URL: _, SUPERBILL_CODESETS: __, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [join(root, 'cli/superbill.mjs'), 'start', '--port', '0', '--data', data],
    {
      env: { ...env, SUPERBILL_OFFLINE: '1', SUPERBILL_KEY_FILE: `${data}.keys` },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const printed = await ready(child);
  const url = /Superbill is at (\S+)/.exec(printed)?.[1] ?? '';
  return {
    url,
    printed,
    data,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
      rmSync(`${data}.keys`, { force: true });
    },
  };
}

function ready(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const listen = (piece: Buffer) => {
      printed += piece.toString();
      if (printed.includes('Stop with Ctrl-C')) resolve(printed);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the system ended with ${code}:\n${printed}`)));
  });
}
