import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Notes coded in a second by so many threads. */
export interface Throughput {
  threads: number;
  notesPerSecond: number;
}

/** From opening the file of an edition to its first answers, and the memory that took. */
export interface Opening {
  /** Milliseconds to the first phrase found and to the first note coded. */
  found: number;
  coded: number;
  /** Bytes resident more than before. */
  memory: number;
}

const openings = 5;

/** The quickest of several openings, each in a process of its own. */
export function measureOpening(): Opening {
  const script = fileURLToPath(new URL('./opening.ts', import.meta.url));
  const all = Array.from({ length: openings }, () => {
    const printed = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
    const opening: Opening = JSON.parse(printed);
    return opening;
  });
  return all.reduce((best, one) => (one.coded < best.coded ? one : best));
}

const secondsEach = 8;
const batch = 40;

/** Codes the texts over and over, on one core and on all of them, each thread with its own opened edition. */
export async function measureBatch(texts: readonly string[]): Promise<Throughput[]> {
  const measured: Throughput[] = [];
  for (const threads of [1, cpus().length]) {
    measured.push({ threads, notesPerSecond: await notesPerSecond(texts, threads) });
  }
  return measured;
}

async function notesPerSecond(texts: readonly string[], threads: number): Promise<number> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./coding-worker.mjs', import.meta.url)),
  );
  try {
    await Promise.all(workers.map(answer));
    const work = Array.from({ length: batch }, (_, at) => texts[at % texts.length] ?? '');
    // What is compiled at the first use is not measured.
    await Promise.all(workers.map((worker) => give(worker, work)));
    const started = performance.now();
    const counts = await Promise.all(
      workers.map(async (worker) => {
        let done = 0;
        while (performance.now() - started < secondsEach * 1000) {
          await give(worker, work);
          done += work.length;
        }
        return done;
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    return counts.reduce((sum, count) => sum + count, 0) / seconds;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function give(worker: Worker, texts: readonly string[]): Promise<void> {
  worker.postMessage(texts);
  return answer(worker);
}

function answer(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
}
