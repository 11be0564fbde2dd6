import { loadavg } from 'node:os';
import { type Figure, figureOf, type Measured } from './figure.ts';
import type { Ledger } from './load/client.ts';
import { type Crowd, letWork } from './load/crowd.ts';
import { startServer } from './load/server-process.ts';

const users = 50;
const warmUp: Crowd = { users, seconds: 8, pace: 300 };

/**
 * Fifty people at work at once over HTTP: at the pace of people (two seconds between two steps, on average), and as
 * fast as answers come. People and server share the machine.
 */
export async function measureLoad(minutes: number): Promise<Measured> {
  const server = await startServer(users, 160);
  await letWork(server.ready, warmUp);
  const paced = await letWork(server.ready, { users, seconds: minutes * 60, pace: 2000 });
  const busy = loadavg()[0]?.toFixed(1);
  const closed = await letWork(server.ready, { users, seconds: minutes * 20, pace: 0 });
  const whole = await server.stop();
  if (!whole) throw new Error('the books are not whole after the load');
  const on = [
    `${users} people; at their own pace ${told(paced, minutes * 60)}, load of the machine ${busy}`,
    `as fast as answers come ${told(closed, minutes * 20)}`,
    `${process.env.DATABASE_URL ? 'DATABASE_URL' : 'the embedded database'}, synced at each commit; the books are whole after it`,
  ].join('; ');
  return { on, figures: [...figuresOf('at a pace', paced), ...figuresOf('closed loop', closed)] };
}

function told(ledger: Ledger, seconds: number): string {
  const requests = ledger.all().length;
  for (const error of [...new Set(ledger.errors)].slice(0, 10)) console.error(error);
  return `${(requests / seconds).toFixed(0)} requests a second, ${ledger.errors.length} errors, ${ledger.conflicts} times somebody else was faster`;
}

function figuresOf(how: string, ledger: Ledger): Figure[] {
  const each = [...ledger.times].map(([route, times]) => figureOf(`${how}: ${route}`, times));
  each.sort((a, b) => (b.p99 ?? 0) - (a.p99 ?? 0));
  return [figureOf(`${how}: every request`, ledger.all()), ...each];
}
