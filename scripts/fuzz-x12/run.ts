// Puts mutated X12 files through the whole library, led by what code they reach:
// `npm run fuzz:x12 -- --count 100000 --seed 7 --out /tmp/fuzz`; `-- --replay FILE` does one file again.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Coverage } from './coverage.ts';
import type { Failure } from './trial.ts';

// Before the library is loaded, so that all of its blocks are known.
const coverage = new Coverage((url) => /engines\/src\/x12\/(?!testing)/.test(url));

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    out: { type: 'string', default: 'test-output/fuzz-x12' },
    replay: { type: 'string' },
    record: { type: 'string' },
    unreached: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const count = Number(values.count);

const { examine } = await import('./examine.ts');

if (values.replay !== undefined) {
  const { failures, isValid, slowest } = examine(readFileSync(values.replay));
  for (const { law, about, detail } of failures) console.log(`${law} — ${about}\n  ${detail}`);
  console.log(
    `${isValid ? 'valid' : 'not valid'}; ${slowest.step} took ${slowest.milliseconds.toFixed(1)} ms`,
  );
  process.exit(failures.length > 0 ? 1 : 0);
}

const { runCampaign } = await import('./campaign.ts');
const { minimised } = await import('./minimise.ts');
const { ownSeeds, sharedSeeds } = await import('./seeds.ts');
const { watchOver } = await import('./watchdog.ts');
const { record } = await import('./record.ts');

console.log(`seed ${seed}`);
mkdirSync(values.out, { recursive: true });
const watchdog = watchOver(values.out);
const seeds = [...ownSeeds(seed), ...sharedSeeds(24_000)];
const failing: { name: string; bytes: Uint8Array; failure: Failure }[] = [];
const started = performance.now();
let told = started;
const summary = runCampaign({
  seed,
  count,
  seeds,
  coverage,
  begun(bytes, number) {
    watchdog.begin(bytes);
    if (performance.now() - told < 30_000) return;
    told = performance.now();
    const { blocks } = coverage.reach();
    console.log(
      `${number} inputs, ${blocks.reached} of ${blocks.known} blocks, ${((told - started) / 1000).toFixed(0)} s`,
    );
  },
  failed(failure, bytes, number) {
    const name = `${failure.law} ${failure.about}`.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 100);
    writeFileSync(join(values.out, `${name}.x12`), bytes);
    console.log(`input ${number}: ${failure.law} — ${failure.about}\n  ${failure.detail.slice(0, 600)}`);
    failing.push({ name, bytes, failure });
  },
});
const seconds = (performance.now() - started) / 1000;
const reach = coverage.reach();
if (values.unreached) for (const one of coverage.unreached()) console.log(`never ran: ${one}`);
coverage.stop();
for (const { name, bytes, failure } of failing) {
  watchdog.begin(bytes);
  const fails = (smaller: Uint8Array) =>
    examine(smaller).failures.some(({ law, about }) => law === failure.law && about === failure.about);
  // A canary must not be moved to where it may stand.
  const bySegmentAlone = /nobody|nothing of the file/.test(failure.law);
  writeFileSync(join(values.out, `${name}.small.x12`), minimised(bytes, fails, bySegmentAlone));
}
watchdog.end();
const lines = record({ seed, seconds, seeds: seeds.length, reach, summary });
console.log(lines.join('\n'));
if (values.record !== undefined) writeFileSync(values.record, `${lines.join('\n')}\n`);
process.exit(failing.length > 0 || summary.heap.growth > 16 ? 1 : 0);
