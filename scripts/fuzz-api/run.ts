// Fuzzes the HTTP application in this process, on a database of its own: `npm run fuzz:api -- --count 100000
// --seed 7`. The same seed makes the same requests but for the ids that the database gives. A request that broke a
// law is printed whole.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '@superbill/server/db/connect';
import { startEmbedded } from '@superbill/server/db/embedded';
import { migrate } from '@superbill/server/db/migrate';
import { aTarget } from '../../test/security/target.ts';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);
const seed = Number(values.seed);
const folder = mkdtempSync(join(tmpdir(), 'superbill-fuzz-'));
const server = await startEmbedded({ data: join(folder, 'data'), durable: false });
const database = await connect(server.url);
try {
  await migrate(database.pool);
  const target = await aTarget(database);
  const started = performance.now();
  const { failures, statuses, slowest } = await fuzz(target, {
    seed,
    count,
    limit: 2000,
    onProgress: (done) => process.stdout.write(`\r${done} requests`),
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `\rseed ${seed}: ${count} requests in ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} a second`,
  );
  console.log(
    `answers: ${Object.entries(statuses)
      .map(([status, times]) => `${status}: ${times}`)
      .join(', ')}`,
  );
  console.log(`slowest: ${slowest.route}, ${slowest.ms.toFixed(0)} ms; ${failures.length} failures`);
  for (const { number, broken, request, answer } of failures.slice(0, 40))
    console.log(`\n#${number} ${broken.join('; ')}\n${JSON.stringify(request)}\n${answer}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await database.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
