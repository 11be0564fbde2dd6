import { readFileSync } from 'node:fs';
import { type EveryRole, type Route, type RouteName, routes } from '@superbill/contract';
import { openApi } from '@superbill/contract/openapi';
import type { createApp } from '@superbill/server/http/app';
import { afterAll } from 'vitest';

/** Where the matrix of permissions gets its cells from, how one is asked, and how they are counted. */

export interface Operation {
  operationId: RouteName;
  'x-access': readonly EveryRole[] | 'public' | 'signing-in';
}

const names = Object.keys(routes);
export const operations = Object.values(
  (openApi() as { paths: Record<string, Record<string, Operation>> }).paths,
)
  .flatMap((path) => Object.values(path))
  .sort((a, b) => names.indexOf(a.operationId) - names.indexOf(b.operationId));

/** `readPatient: coder biller …`; `anybody` before signing in, `halfway` between password and second factor. */
export const reviewed = new Map(
  readFileSync(new URL('../server/src/http/who-may.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(': ') as [string, string]),
);

export const mayBy = (name: RouteName, role: EveryRole) =>
  reviewed.get(name)?.split(' ').includes(role) ?? false;

export interface Answer {
  status: number;
  code: string | undefined;
  text: string;
}
export const silence: Answer = { status: 0, code: undefined, text: '' };

export type Sample = { params?: Record<string, unknown>; query?: Record<string, string>; body?: unknown };

/** What somebody sends to say who they are: a cookie, or a program's key. */
export type Caller = { cookie: string } | { authorization: string };

/** Asks a route of the application on somebody's behalf. */
export const senderTo =
  (app: ReturnType<typeof createApp>) =>
  async (name: RouteName, caller: Caller, { params = {}, query = {}, body }: Sample): Promise<Answer> => {
    const route: Route = routes[name];
    const path = route.path.replace(/:(\w+)/g, (_, field: string) => String(params[field]));
    const search = new URLSearchParams(query).toString();
    const takesBody = route.method === 'POST' || route.method === 'PUT';
    const response = await app.request(search ? `${path}?${search}` : path, {
      method: route.method,
      headers: { ...caller, ...(takesBody ? { 'content-type': 'application/json' } : {}) },
      ...(takesBody ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type') === 'application/json';
    const { code } = (isJson ? JSON.parse(text) : {}) as { code?: string };
    return { status: response.status, code, text };
  };

/** What a route says to somebody who came in but whose own account does not fit: the door was open. */
const ownMatters = [
  'session.hat-not-held',
  'session.not-found',
  'factor.not-found',
  'factor.none',
  'passkey.refused',
  'provider.not-offered',
  'provider.refused',
  'identity.not-found',
  'break-glass.own',
];

/** Whether the door was open. A second role finds the work done already, and hats are only given to who holds them. */
export const isOpen = ({ status, code }: Answer) =>
  [200, 409].includes(status) || ownMatters.includes(code ?? '');

/** Cells by kind for a whole test file, printed at its end. */
export function countCells() {
  const counted: Record<string, number> = {};
  afterAll(() => {
    const all = Object.values(counted).reduce((a, b) => a + b, 0);
    console.log(`permission cells: ${all}`, counted);
  });
  /** Some cells together; `wrong` names each that answered otherwise than it should. */
  return class Cells {
    readonly wrong: string[] = [];
    check(kind: string, what: string, right: boolean, { status, code }: Answer): void {
      counted[kind] = (counted[kind] ?? 0) + 1;
      if (!right) this.wrong.push(`${kind}: ${what} → ${status} ${code ?? ''}`);
    }
  };
}
