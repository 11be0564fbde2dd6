// Writes the bill of materials of an installation, from the lock file and without the network: `npm run sbom -- FILE`.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { withoutTools } from './sbom.ts';

const [file = 'sbom.cdx.json'] = process.argv.slice(2);
const told = execFileSync(
  'npm',
  ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
  { encoding: 'utf8', maxBuffer: 64 * 1024 ** 2, shell: process.platform === 'win32' },
);
const sbom = withoutTools(JSON.parse(told));
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`${file}: ${sbom.components.length} packages, ours included.`);
