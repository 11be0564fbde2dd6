// Measures and writes bench/results/<date>.md and .json: `npm run bench`, or some of it:
// `npm run bench -- search visits`. What takes long (load, soak, audit, backup) and what changes seldom (sealing) is measured
// only when named, load and soak for so many minutes: `npm run bench -- soak --minutes 15`. Close other programs first; the figures are those of a quiet machine.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { machineClock } from '@superbill/server/clock';
import { measureAudit } from './audit.ts';
import { measureBackup } from './backup.ts';
import { measureBoard } from './board.ts';
import { measureAccuracy } from './code-accuracy.ts';
import { measureSearch } from './code-search.ts';
import { measureCoding, notes } from './coding.ts';
import { measureBatch, measureOpening } from './coding-batch.ts';
import type { Measured } from './figure.ts';
import { measureHttp } from './http.ts';
import { measureLoad } from './load.ts';
import { measureSealing } from './sealing.ts';
import { measureSoak } from './soak.ts';
import { measureStartUp } from './start-up.ts';
import { measureVisits } from './visit-cycle.ts';
import { measureX12 } from './x12.ts';

const { values: asked, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '3' } },
});
const minutes = Number(asked.minutes);

const benches: Record<string, { title: string; measure(): Promise<Measured>; onlyNamed?: true }> = {
  start: { title: 'Start-up', measure: measureStartUp },
  search: { title: 'Code search in process', measure: measureSearch },
  accuracy: { title: 'The right code for a phrase', measure: measureAccuracy },
  coding: { title: 'Suggesting codes', measure: measureSuggestions },
  visits: { title: 'A visit from note to posted payment', measure: measureVisits },
  x12: { title: 'X12 files', measure: measureX12 },
  http: { title: 'Reading over HTTP', measure: measureHttp },
  board: { title: 'Who has how much to do', measure: measureBoard },
  load: { title: 'Fifty people at once', measure: () => measureLoad(minutes), onlyNamed: true },
  sealing: { title: 'The cost of sealing', measure: measureSealing, onlyNamed: true },
  audit: { title: 'An audit trail of a million rows', measure: measureAudit, onlyNamed: true },
  backup: { title: 'Backup and restore of a practice', measure: measureBackup, onlyNamed: true },
  soak: { title: 'A working day compressed', measure: () => measureSoak(minutes), onlyNamed: true },
};

async function measureSuggestions(): Promise<Measured> {
  const { edition, figures } = await measureCoding();
  const batch = await measureBatch(notes());
  const speeds = batch.map(
    ({ threads, notesPerSecond }) => `${notesPerSecond.toFixed(0)} notes a second on ${threads} core(s)`,
  );
  const { found, coded, memory } = measureOpening();
  const ready = `ready ${found.toFixed(0)} ms after opening, a first note ${coded.toFixed(0)} ms, ${(memory / 2 ** 20).toFixed(0)} MiB more`;
  return {
    on: `${edition}; ${ready}; a batch: ${speeds.join(', ')}`,
    figures: figures.filter(({ what }) => what.startsWith('coding')),
  };
}

const machine = {
  cpu: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${release()}`,
  node: process.version,
  /** Programs that wanted to run in the minute before; more than there are cores means that figures are too high. */
  load: Number(loadavg()[0]?.toFixed(1)),
  /** By its subject: the id of a commit that is not landed yet becomes another when it is rebased. */
  commit: execFileSync('git', ['log', '-1', '--format=%s'], { encoding: 'utf8' }).trim(),
};

const unknown = wanted.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}: choose of ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const results: ({ name: string; title: string } & Measured)[] = [];
for (const [name, { title, measure, onlyNamed }] of Object.entries(benches)) {
  if (wanted.length > 0 ? !wanted.includes(name) : onlyNamed) continue;
  const started = performance.now();
  const measured = await measure();
  results.push({ name, title, ...measured });
  console.log(section({ title, ...measured }));
  console.log(`(${((performance.now() - started) / 1000).toFixed(0)} s)\n`);
}

const date = machineClock.today();
const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const name = wanted.length === 0 ? date : `${date}-${wanted.join('-')}`;
writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ date, machine, results }, null, 2)}\n`);
writeFileSync(
  new URL(`${name}.md`, folder),
  [
    `# Measured on ${date}`,
    `${machine.cpu}, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, after “${machine.commit}”; load before: ${machine.load}. Milliseconds.`,
    ...results.map(section),
  ].join('\n\n'),
);

function section({ title, on, figures, rates = [], shares = [] }: { title: string } & Measured): string {
  const rows = figures.map(
    ({ what, n, p50, p95, p99, max }) =>
      `| ${what} | ${n} | ${ms(p50)} | ${ms(p95)} | ${p99 === undefined ? '' : ms(p99)} | ${ms(max)} |`,
  );
  const rateRows = rates.map(
    ({ what, megabytes, megabytesPerCpuSecond, peakMiB }) =>
      `| ${what} | ${megabytes} | ${megabytesPerCpuSecond.toFixed(1)} | ${peakMiB.toFixed(0)} |`,
  );
  const heads = [`## ${title}`, `On ${on}.`];
  if (rates.length > 0) {
    return [
      ...heads,
      ['| what | MB | MB per CPU second | peak MiB |', '|---|--:|--:|--:|', ...rateRows].join('\n'),
    ].join('\n\n');
  }
  if (shares.length > 0) {
    heads.push(
      [
        '| what | first | in 5 | in 10 |',
        '|---|--:|--:|--:|',
        ...shares.map(
          ({ what, first, inFive, inTen }) =>
            `| ${what} | ${percent(first)} | ${percent(inFive)} | ${percent(inTen)} |`,
        ),
      ].join('\n'),
    );
  }
  return [
    ...heads,
    ['| what | n | p50 | p95 | p99 | max |', '|---|--:|--:|--:|--:|--:|', ...rows].join('\n'),
  ].join('\n\n');
}

function ms(time: number): string {
  return time >= 100 ? time.toFixed(0) : time.toFixed(2);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
