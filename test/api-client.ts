import type { BodyInputOf, ParamsOf, QueryInputOf, ResponseOf, Route } from '@superbill/contract';
import { handlers } from '@superbill/server/handlers';
import { createApp } from '@superbill/server/http/app';
import type { System } from '@superbill/server/work';
import { expect } from 'vitest';

/** Input of a call; parts a route does not take are left out. */
interface CallInput<R> {
  params?: ParamsOf<R>;
  query?: QueryInputOf<R>;
  body?: BodyInputOf<R>;
}

/** A browser without a screen: it keeps cookies and calls declared routes. */
export interface ApiClient {
  /** Calls a route and expects it to succeed. */
  call<R extends Route>(route: R, input?: CallInput<R>): Promise<ResponseOf<R>>;
  /** Calls a route and gives whatever comes back. */
  send(
    route: Route,
    input?: CallInput<Route>,
    headers?: Record<string, string>,
  ): Promise<{ status: number; json: unknown }>;
  /** What it keeps, by name. */
  cookies(): Record<string, string>;
}

/** What went over the wire in one call. */
export interface Heard {
  method: string;
  /** With the query. */
  url: string;
  status: number;
  answer: string;
}

/**
 * A factory of clients of the whole HTTP application on a system; each client has cookies of its own. Whoever
 * wants to listen hears every call.
 */
export function apiOf(system: System, listen: (heard: Heard) => void = () => {}): () => ApiClient {
  const app = createApp(system, handlers);
  return () => {
    const cookies = new Map<string, string>();
    const send: ApiClient['send'] = async (route, { params, query, body } = {}, headers = {}) => {
      const path = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
        encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name])),
      );
      const search = new URLSearchParams((query ?? {}) as Record<string, string>).toString();
      const url = search ? `${path}?${search}` : path;
      const response = await app.request(url, {
        method: route.method,
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        const [name = '', value = ''] = pair.split('=');
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const answer = await response.text();
      listen({ method: route.method, url, status: response.status, answer });
      return { status: response.status, json: JSON.parse(answer) };
    };
    return {
      send,
      cookies: () => Object.fromEntries(cookies),
      async call(route, input) {
        const { status, json } = await send(route, input as CallInput<Route>);
        expect({ status, json }, `${route.method} ${route.path}`).toMatchObject({ status: 200 });
        return json as ResponseOf<typeof route>;
      },
    };
  };
}
