import type { RouteName } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { guessLimit } from '@superbill/server/http/guesses';
import { serve } from '@superbill/server/http/serve';
import { Hono } from 'hono';
import { routeOf } from '../../test/security/places.ts';
import { senderFor, type Target } from '../../test/security/target.ts';
import { toldBy } from '../../test/security/tells.ts';
import { routeHeader } from './marked-request.ts';

export interface Front {
  /** As `Host` gives it. */
  host: string;
  /** How often each status was answered. */
  statuses: Record<number, number>;
  /** Answers that tell of a fault: a failure of the server, or something of its inside. */
  faults: string[];
  stop(): Promise<void>;
}

/**
 * Puts an application on a port as a browser would meet it: each request goes in with the session of somebody whom its
 * route answers, and with a new one when an attack has ended that. Where guesses are counted the practice's clock goes
 * on by as long as one is remembered, so that no try is refused for those before it.
 */
export async function openFront(target: Target, folder: string): Promise<Front> {
  const { clock } = target.sides.home.world.system;
  const cookies = new Map<string, string>();
  const statuses: Front['statuses'] = {};
  const faults: string[] = [];
  const front = new Hono();

  front.all('/api/*', async (c) => {
    const headers = new Headers(c.req.raw.headers);
    const name = headers.get(routeHeader) as RouteName;
    headers.delete(routeHeader);
    const body = await c.req.text();
    const { method } = c.req;
    const ask = (cookie: string) => {
      const sent = new Headers(headers);
      if (cookie) sent.set('cookie', cookie);
      const request = new Request(c.req.url, { method, headers: sent, ...(body === '' ? {} : { body }) });
      return target.app.fetch(request, c.env);
    };
    if (routeOf(name).limit)
      clock.set(addMilliseconds(clock.now(), guessLimit.forgiveMilliseconds) as Instant);
    const answer =
      headers.has('cookie') || headers.has('authorization')
        ? await ask('')
        : await asSomebody(target, name, cookies, ask);

    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const told = answer.status < 400 ? [] : toldBy(await answer.clone().text());
    if (answer.status >= 500 || told.length > 0)
      faults.push(`${name}: ${answer.status} ${told.join(', ')} to ${method} ${c.req.url} ${body}`);
    return answer;
  });

  const server = await serve(front, { port: 0, host: '127.0.0.1', webFolder: folder });
  return { host: `127.0.0.1:${server.port}`, statuses, faults, stop: () => server.stop() };
}

const ended = ['session.needed', 'session.is-locked', 'session.step-up-needed'];

async function asSomebody(
  target: Target,
  name: RouteName,
  cookies: Map<string, string>,
  ask: (cookie: string) => Response | Promise<Response>,
): Promise<Response> {
  const sender = senderFor(name);
  const cookie = cookies.get(sender);
  if (cookie !== undefined) {
    const answer = await ask(cookie);
    if (answer.status !== 401 && answer.status !== 403) return answer;
    const { code } = (await answer.clone().json()) as { code: string };
    if (!ended.includes(code)) return answer;
  }
  const fresh = await target.cookieOf(sender);
  cookies.set(sender, fresh);
  return ask(fresh);
}
