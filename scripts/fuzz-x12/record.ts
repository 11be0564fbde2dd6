import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Summary } from './campaign.ts';
import type { Reach } from './coverage.ts';

export interface Run {
  seed: number;
  seconds: number;
  seeds: number;
  reach: Reach;
  summary: Summary;
}

/** A run as it is told and kept: figures first, then what failed. */
export function record({ seed, seconds, seeds, reach, summary }: Run): string[] {
  const { inputs, bytes, valid, kept, failures, slowest, heap } = summary;
  const { blocks, functions } = reach;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const date = new Date().toISOString().slice(0, 10);
  const kinds = [...failures].map(([key, times]) => `- ${key} (${times})`);
  return [
    `# X12 fuzzing on ${date}`,
    '',
    `Seed ${seed}. ${machine}, at ${commit}; load at the end ${loadavg()[0]?.toFixed(1)}. Repeat with \`npm run fuzz:x12 -- --seed ${seed} --count ${inputs}\`.`,
    '',
    '| what | figure |',
    '|---|--:|',
    `| inputs | ${inputs} |`,
    `| of them valid | ${valid} |`,
    `| megabytes | ${(bytes / 1e6).toFixed(1)} |`,
    `| seconds | ${seconds.toFixed(0)} |`,
    `| seeds | ${seeds} |`,
    `| inputs kept for new blocks | ${kept} |`,
    `| blocks reached | ${blocks.reached} of ${blocks.known} (${percent(blocks)}) |`,
    `| functions reached | ${functions.reached} of ${functions.known} (${percent(functions)}) |`,
    `| slowest step | ${slowest.step}, ${slowest.size} bytes: ${slowest.milliseconds.toFixed(0)} ms |`,
    `| heap, second quarter to last | ${heap.growth.toFixed(1)} MiB of ${heap.samples.at(-1)?.toFixed(0)} |`,
    `| laws broken | ${failures.size} |`,
    '',
    ...kinds,
  ];
}

function percent({ reached, known }: { reached: number; known: number }): string {
  return `${((100 * reached) / known).toFixed(1)} %`;
}
