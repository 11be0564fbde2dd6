// A process of its own for embedded.test.ts to kill: starts the database on a folder, says its address, waits.
import { startEmbedded } from './embedded.ts';
import { lockFolder } from './lock.ts';
import { StartError } from './start-error.ts';

const [what, folder = ''] = process.argv.slice(2);
try {
  if (what === 'lock') {
    await lockFolder(folder);
    console.log('locked');
    setInterval(() => {}, 60_000);
  } else {
    console.log((await startEmbedded({ data: folder, durable: false })).url);
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.log(`refused: ${error.message}`);
}
