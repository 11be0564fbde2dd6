import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Shared with the thread that watches: how many inputs were begun, the length of the last, and its bytes. */
interface Shared {
  head: Int32Array;
  body: Uint8Array;
}

export interface Watchdog {
  begin(bytes: Uint8Array): void;
  end(): void;
}

const longest = 4 * 2 ** 20;
/** A minute for one input is a hang, on a machine however busy. */
const patience = 60_000;

/** Watches over a run from a thread of its own: an input that never ends is written to `out`, and the run is killed. */
export function watchOver(out: string): Watchdog {
  const memory = new SharedArrayBuffer(8 + longest);
  const { head, body } = viewOf(memory);
  const worker = new Worker(new URL(import.meta.url), { workerData: { memory, out } });
  worker.unref();
  return {
    begin(bytes) {
      body.set(bytes.subarray(0, longest));
      head[1] = bytes.length;
      Atomics.add(head, 0, 1);
    },
    end: () => worker.postMessage('end'),
  };
}

function viewOf(memory: SharedArrayBuffer): Shared {
  return { head: new Int32Array(memory, 0, 2), body: new Uint8Array(memory, 8) };
}

function watch({ memory, out }: { memory: SharedArrayBuffer; out: string }): void {
  const { head, body } = viewOf(memory);
  let seen = -1;
  const timer = setInterval(() => {
    const begun = Atomics.load(head, 0);
    if (begun !== seen) {
      seen = begun;
      return;
    }
    const file = join(out, 'hang.x12');
    writeFileSync(file, body.slice(0, head[1] ?? 0));
    console.error(`An input took longer than ${patience / 1000} s: ${file}`);
    process.kill(process.pid, 'SIGKILL');
  }, patience);
  parentPort?.on('message', () => clearInterval(timer));
}

if (!isMainThread) watch(workerData);
