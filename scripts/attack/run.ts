// Lets sqlmap attack every place of every route of a throw-away instance: `npm run attack`, or some routes only:
// `npm run attack -- listFees signIn`. A full run writes bench/results/<date>-attack.md. Ends with 1 upon a finding, or
// when sqlmap does not find the planted faults.
import { writeFileSync } from 'node:fs';
import { withDatabase, withFolder } from '../../bench/throw-away.ts';
import { aTarget } from '../../test/security/target.ts';
import { campaign } from './campaign.ts';
import { failuresOf, record } from './record.ts';
import { sqlmapVersion } from './sqlmap.ts';

const only = process.argv.slice(2);
const version = sqlmapVersion();
if (version === undefined) {
  console.log(
    'SKIPPED: sqlmap is not installed, so nothing was attacked. On Debian: apt-get install sqlmap.',
  );
} else {
  const started = performance.now();
  const result = await withDatabase((database) =>
    withFolder(async (folder) =>
      campaign(await aTarget(database), {
        only,
        atOnce: 3,
        folder,
        onProgress: (done, of) => process.stdout.write(`\r${done} of ${of} requests attacked`),
      }),
    ),
  );
  const lines = record({ version, seconds: (performance.now() - started) / 1000, result });
  console.log(`\r${lines.join('\n')}`);
  if (only.length === 0) {
    const file = `../../bench/results/${new Date().toISOString().slice(0, 10)}-attack.md`;
    writeFileSync(new URL(file, import.meta.url), `${lines.join('\n').trimEnd()}\n`);
  }
  process.exitCode = failuresOf(result).length > 0 ? 1 : 0;
}
