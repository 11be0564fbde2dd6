import { figureOf, type Measured } from './figure.ts';
import { letWork } from './load/crowd.ts';
import type { Holds } from './load/messages.ts';
import { startServer } from './load/server-process.ts';

const users = 30;
/** A tenth of the pace of people and more of them at once: fifteen minutes hold the requests of eight hours. */
const pace = 150;

/**
 * A working day compressed: what the server holds after each part of it, with garbage collected. Memory may not grow
 * from the second part on: the first fills caches and compiles code.
 */
export async function measureSoak(minutes: number): Promise<Measured> {
  const server = await startServer(users, 120);
  const parts = 6;
  const held: Holds[] = [];
  const times: number[] = [];
  let errors = 0;
  for (let part = 0; part < parts; part += 1) {
    const ledger = await letWork(server.ready, { users, seconds: (minutes * 60) / parts, pace });
    errors += ledger.errors.length;
    for (const error of [...new Set(ledger.errors)].slice(0, 5)) console.error(error);
    times.push(...ledger.all());
    held.push(await server.holds());
    console.log(line(held.at(-1)));
  }
  const whole = await server.stop();
  if (!whole) throw new Error('the books are not whole after the soak');
  const [, settled, ...later] = held;
  const last = later.at(-1);
  if (settled && last && last.heap > settled.heap * 1.25 + 5)
    throw new Error(`the heap grew from ${settled.heap.toFixed(0)} to ${last.heap.toFixed(0)} MiB`);
  if (settled && last && (last.handles > settled.handles + 20 || last.idleInTransaction > 0))
    throw new Error('handles or open transactions were left behind');
  const on = [
    `${users} people in a hurry for ${minutes} minutes: ${times.length} requests, ${errors} errors; the books are whole`,
    ...held.map((holds, part) => `after part ${part + 1} of ${parts} ${line(holds)}`),
  ].join('; ');
  return { on, figures: [figureOf('every request', times)] };
}

function line(holds: Holds | undefined): string {
  if (!holds) return '';
  const { heap, external, rss, handles, connections, megabytes } = holds;
  return `heap ${heap.toFixed(1)} MiB, outside of it ${external.toFixed(1)}, resident ${rss.toFixed(0)}, ${handles} handles, ${connections} connections, database ${megabytes} MiB`;
}
