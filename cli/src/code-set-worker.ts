import { parentPort, workerData } from 'node:worker_threads';
import { machineClock } from '@superbill/server/clock';
import { findCodeSets } from '@superbill/server/codesets/find-code-sets';

/** What the thread tells the one that started it. */
export type CodeSetMessage = { progress: string } | { problems: string[] };

const tell = (message: CodeSetMessage) => parentPort?.postMessage(message);

const { problems } = await findCodeSets({
  directory: workerData.directory,
  named: process.env.SUPERBILL_CODESETS,
  today: machineClock.today(),
  online: !process.env.SUPERBILL_OFFLINE,
  onProgress: (progress) => tell({ progress }),
});
tell({ problems });
