import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hasShared, sharedPath } from '../test/shared.ts';
import { type Figure, figureOf, type Measured } from './figure.ts';
import { withFolder } from './throw-away.ts';

const program = fileURLToPath(new URL('../cli/superbill.mjs', import.meta.url));
const laterStarts = 3;

/** From the command to "Ready": the first time, later, and with the full code set. Without a network. */
export function measureStartUp(): Promise<Measured> {
  return withFolder(async (data) => {
    const start = () => run(['start', '--port', '0', '--data', data], 'Ready.');
    const figures: Figure[] = [figureOf('first start: database, screens, demo practice', [await start()])];
    const later: number[] = [];
    for (let i = 0; i < laterStarts; i += 1) later.push(await start());
    figures.push(figureOf('later start', later));
    if (hasShared) {
      const source = sharedPath('codesets', 'icd10cm', 'fy2026');
      figures.push(
        figureOf('import of ICD-10-CM FY2026', [await run(['codes', 'import', source, '--data', data])]),
      );
      const full: number[] = [];
      for (let i = 0; i < laterStarts; i += 1) full.push(await start());
      figures.push(figureOf('later start with FY2026 imported', full));
    }
    return { on: 'the command `superbill` in a process of its own, offline, on a new data folder', figures };
  });
}

/** Runs the command until it says a word (and stops it in order), or until it ends by itself. */
function run(args: string[], until?: string): Promise<number> {
  return new Promise((done, failed) => {
    const started = performance.now();
    let took: number | undefined;
    let output = '';
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...process.env, SUPERBILL_OFFLINE: '1', SUPERBILL_CODESETS: '', DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (took !== undefined || until === undefined || !output.includes(until)) return;
      took = performance.now() - started;
      child.kill('SIGINT');
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', failed);
    child.on('close', (code) => {
      if (until === undefined && code === 0) took = performance.now() - started;
      if (took === undefined) failed(new Error(`superbill ${args.join(' ')} ended with ${code}:\n${output}`));
      else done(took);
    });
  });
}
