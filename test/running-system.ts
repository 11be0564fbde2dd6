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
  /** Runs a command on the same data directory and gives what it printed. */
  run(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the whole system as a person would, on a fresh data directory and a free port, with further settings. */
export async function startedSystem({
  demo = true,
  env: settings = {} as NodeJS.ProcessEnv,
} = {}): Promise<RunningSystem> {
  const data = mkdtempSync(join(tmpdir(), 'superbill-e2e-'));
  const { DATABASE_URL: _, SUPERBILL_CODESETS: __, ...env } = process.env;
  const command = (...args: string[]) =>
    spawn(process.execPath, [join(root, 'cli/superbill.mjs'), ...args, '--data', data], {
      env: { ...env, ...settings, SUPERBILL_OFFLINE: '1', SUPERBILL_KEY_FILE: `${data}.keys` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const child = command('start', '--port', '0', ...(demo ? [] : ['--no-demo']));
  const printed = await ready(child);
  const url = /Superbill is at (\S+)/.exec(printed)?.[1] ?? '';
  return {
    url,
    printed,
    data,
    run: (...args) => finished(command(...args)),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
      rmSync(`${data}.keys`, { force: true });
    },
  };
}

/** What a command printed, once it has ended well. */
function finished(child: ChildProcess): Promise<string> {
  let printed = '';
  const listen = (piece: Buffer) => {
    printed += piece.toString();
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`it ended with ${code}:\n${printed}`)),
    );
  });
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
