// A process of its own for cut-off.test.ts: restores, and dies of SIGKILL at the step it is told.
import { machineClock } from '../clock.ts';
import { restoreBackup } from './restore.ts';

const [file = '', data = '', passphrase = '', step = '', url] = process.argv.slice(2);
await restoreBackup({
  file,
  data,
  url,
  opener: { passphrase },
  now: machineClock.now(),
  replace: true,
  onProgress: (part) => {
    if (part === step) process.kill(process.pid, 'SIGKILL');
  },
});
