// How fast X12 is cut and checked, beside a floor and peers: `npm run bench -- x12`. Each run is a process of
// its own, so that its memory can be told.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Measured, Rate } from './figure.ts';
import { type LargeFile, large835, large837P } from './x12/large-file.ts';

/** A young generation of 4 MB: with Node's default of 16 MB the same work takes some 25 MiB more. */
const nodeOptions = ['--max-semi-space-size=4'];

interface Run {
  what: string;
  task: string;
  make: (bytes: number) => LargeFile;
  megabytes: number;
  rounds?: number;
}

const runs: Run[] = [
  { what: 'floor: find every terminator', task: 'scan', make: large835, megabytes: 100, rounds: 3 },
  { what: 'floor: two splits', task: 'split', make: large835, megabytes: 100, rounds: 3 },
  { what: 'cut an 835 into segments', task: 'tokenize', make: large835, megabytes: 100, rounds: 3 },
  { what: 'cut an 837P into segments', task: 'tokenize', make: large837P, megabytes: 100, rounds: 3 },
  { what: 'peer x12-parser 1.3.0: cut an 835', task: 'x12-parser', make: large835, megabytes: 20, rounds: 3 },
  { what: 'peer node-x12 1.7.1: parse an 835', task: 'node-x12', make: large835, megabytes: 20, rounds: 3 },
  { what: 'validate an 835, SNIP 1–4', task: 'validate', make: large835, megabytes: 20, rounds: 3 },
  { what: 'validate an 837P, SNIP 1–4', task: 'validate', make: large837P, megabytes: 20, rounds: 3 },
  { what: 'validate an 835, SNIP 1–5', task: 'validate-codes', make: large835, megabytes: 20, rounds: 3 },
  { what: 'validate an 837P, SNIP 1–5', task: 'validate-codes', make: large837P, megabytes: 20, rounds: 3 },
  {
    what: 'read an 835 by names, claim by claim, SNIP 1–5',
    task: 'typed',
    make: large835,
    megabytes: 20,
    rounds: 3,
  },
  {
    what: 'read an 837P by names, claim by claim, SNIP 1–5',
    task: 'typed',
    make: large837P,
    megabytes: 20,
    rounds: 3,
  },
  { what: 'cut an 835 of 1 GB', task: 'tokenize', make: large835, megabytes: 1000 },
  { what: 'read an 835 of 1 GB by names, SNIP 1–5', task: 'typed', make: large835, megabytes: 1000 },
];

export async function measureX12(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'x12-'));
  try {
    const worker = join(folder, 'worker.mjs');
    await build({
      entryPoints: [new URL('x12/worker.ts', import.meta.url).pathname],
      outfile: worker,
      bundle: true,
      platform: 'node',
      format: 'esm',
      // A peer asks for Node's modules in the old way.
      banner: {
        js: `import { createRequire } from 'node:module';const require = createRequire(import.meta.url);`,
      },
      logLevel: 'error',
    });
    const rates: Rate[] = [];
    let onDisk = '';
    for (const { what, task, make, megabytes, rounds = 1 } of runs) {
      const path = join(folder, `${make.name}-${megabytes}`);
      if (path !== onDisk) {
        if (onDisk !== '') rmSync(onDisk, { force: true });
        writeWhole(path, make(megabytes * 1e6));
        onDisk = path;
      }
      const measured = Array.from({ length: rounds }, () => runOnce(worker, task, path));
      const best = Math.max(...measured.map(({ bytes, cpuMs }) => bytes / 1e3 / cpuMs));
      const peakMiB = Math.max(...measured.map((one) => one.peakMiB));
      rates.push({ what, megabytes, megabytesPerCpuSecond: best, peakMiB });
    }
    return {
      on: `invented files; Node with ${nodeOptions.join(' ')}, best of three, peak of the process`,
      figures: [],
      rates,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Outcome {
  count: number;
  cpuMs: number;
  bytes: number;
  peakMiB: number;
}

function runOnce(worker: string, task: string, path: string): Outcome {
  return JSON.parse(execFileSync('node', [...nodeOptions, worker, task, path], { encoding: 'utf8' }));
}

function writeWhole(path: string, file: LargeFile): void {
  const descriptor = openSync(path, 'w');
  for (const chunk of file.chunks()) writeSync(descriptor, chunk);
  closeSync(descriptor);
}
