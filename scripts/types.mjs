// Checks the types of each world with the libraries that world may use: engines and contract
// compile without Node and DOM, web without Node, the rest with Node.
import { spawnSync } from 'node:child_process';

let failed = false;
for (const project of ['engines', 'contract', 'web', '.']) {
  const { status } = spawnSync('tsc', ['-p', project], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
